/**
 * Aborts with the first of the signals, for its reason. `AbortSignal.any` does the same, from Safari 17.4 and
 * Firefox 124 on.
 */
export function anySignal(signals: readonly AbortSignal[]): AbortSignal {
  const any = new AbortController();
  for (const one of signals) {
    const follow = (): void => any.abort(one.reason);
    if (one.aborted) follow();
    else one.addEventListener('abort', follow, { signal: any.signal });
  }
  return any.signal;
}

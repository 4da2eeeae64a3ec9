/** Bytes that become whole groups of four letters, and not too many arguments of one call. */
const GROUP = 3 * 8192;

/**
 * Bytes as base64, piece by piece; null if they break off, after what had come. Rejects only when aborted.
 */
export async function* inBase64(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): AsyncGenerator<string | null, void, void> {
  const reader = bytes.getReader();
  let rest = new Uint8Array();
  try {
    for (;;) {
      signal.throwIfAborted();
      const read = await reader.read().catch(() => null);
      signal.throwIfAborted();
      if (read === null) {
        yield null;
        return;
      }
      if (read.done) break;
      const all = new Uint8Array(rest.length + read.value.length);
      all.set(rest);
      all.set(read.value, rest.length);
      const whole = all.length - (all.length % 3);
      for (let at = 0; at < whole; at += GROUP) {
        yield lettersOf(all.subarray(at, Math.min(at + GROUP, whole)));
      }
      rest = all.slice(whole);
    }
    if (rest.length > 0) yield lettersOf(rest);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function lettersOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

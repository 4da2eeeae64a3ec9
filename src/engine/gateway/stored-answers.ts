/**
 * Whether a browser might answer the next look-up from its store without asking (RFC 9111, 4.2; heuristically fresh by
 * `Last-Modified` alone, 4.2.2). What has to be asked about first (`no-cache`, no lifetime at all) may be stored: then
 * the service itself says that nothing has changed. Across origins these three headers can be read.
 */
export function mayBeReused(headers: Headers): boolean {
  const control = headers.get('cache-control')?.toLowerCase() ?? '';
  if (/\bno-(?:store|cache)\b/.test(control)) return false;
  if (/\bstale-while-revalidate\b/.test(control)) return true;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  if (maxAge !== undefined) return Number(maxAge) > 0;
  return control !== '' || headers.has('expires') || headers.has('last-modified');
}

/** An answer that is said to be older was not meant for look-ups, in ms. */
const OLDEST = 60_000;

/**
 * How long ago the service gave this answer, 0 to 60,000 ms: whatever stands between says it in `Age` (RFC 9111, 5.1),
 * in whole seconds. 0 if nothing readable is said.
 */
export function ageMs(headers: Headers): number {
  const age = headers.get('age')?.trim() ?? '';
  return /^\d+$/.test(age) ? Math.min(OLDEST, Number(age) * 1000) : 0;
}

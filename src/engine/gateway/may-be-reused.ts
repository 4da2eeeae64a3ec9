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

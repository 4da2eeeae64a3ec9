/**
 * Makes a service's text safe to show: without control characters or bidirectional overrides, trimmed, at most `max`
 * characters; null if nothing is left.
 */
export function cleanText(value: unknown, max: number): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .slice(0, max * 2)
    .replaceAll(UNSAFE, '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
  if (text === '') return null;
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const UNSAFE =
  // eslint-disable-next-line no-control-regex -- control characters are what it removes
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g;

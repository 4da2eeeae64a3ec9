/** The longest wait accepted from a header, in ms; more is a mistake or a trap. */
export const MAX_RETRY_AFTER_MS = 3_600_000;

/**
 * How long a service asked us to wait, 0 to MAX_RETRY_AFTER_MS, or null if nothing readable was said. Most services
 * expose no headers to other origins, so in a browser it is usually null.
 */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const wait =
    retryAfter(headers.get('retry-after'), now) ??
    resetIn(headers.get('x-ratelimit-reset-requests'), now) ??
    resetIn(headers.get('x-ratelimit-reset'), now) ??
    resetIn(headers.get('ratelimit-reset'), now);
  return wait === null ? null : Math.min(MAX_RETRY_AFTER_MS, Math.max(0, Math.round(wait)));
}

/** `Retry-After`: seconds, or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  // `Date.parse` accepts almost anything; an HTTP date contains the name of a month.
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : date - now;
}

/** Seconds from now, an epoch in s or ms, or OpenAI's `6m0s`, `120ms`. */
function resetIn(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const number = Number(text);
    if (number > 1e11) return number - now;
    return number > 1e9 ? number * 1000 - now : number * 1000;
  }
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([all]) => all).join('') !== text) return null;
  return parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNIT[unit as keyof typeof UNIT],
    0,
  );
}

const UNIT = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

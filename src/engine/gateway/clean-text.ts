import { isKey, KEY_SHAPES, PEM } from '~/core/key-shapes';

/** Messages from services are cut at this length, in characters. */
export const MAX_MESSAGE = 500;
/** Prompts are cut at this length, in characters. */
export const MAX_PROMPT = 20_000;

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

/** A service's error message: clean, short, and without anything that looks like a key. */
export function cleanMessage(value: unknown): string | null {
  // Mask before cutting: half a key at the end would not look like one.
  return typeof value === 'string'
    ? cleanText(maskKeys(value.slice(0, MAX_MESSAGE * 4)), MAX_MESSAGE)
    : null;
}

/** Masks everything that looks like a key, whole or as services shorten it: OpenAI's 401 repeats part of the key. */
export function maskKeys(text: string): string {
  const whole = KEY_SHAPES.reduce(
    (masked, shape) =>
      masked.replaceAll(shape, (all: string, ...found: unknown[]) => {
        const key = typeof found[0] === 'string' ? found[0] : all;
        return isKey(key) ? all.replace(key, `${SHOWN.exec(key)?.[0] ?? ''}…`) : all;
      }),
    text.replaceAll(PEM, '…'),
  );
  return whole
    .replaceAll(/\b(sk|pk|rk|ak|hf|gsk|xai|r8)([-_])[\w*.…-]{4,}/gi, '$1$2…')
    .replaceAll(/\b(AIza|eyJ)[\w*.…-]{10,}/g, '$1…')
    .replaceAll(/\bBearer\s+([^\s"',;]{6,})/gi, (all: string, token: string) =>
      looksSecret(token) ? 'Bearer …' : all,
    )
    .replaceAll(NAMED_SECRET, (all: string, name: string, token: string) =>
      looksSecret(token) ? `${name}…` : all,
    );
}

/** What may stay of a key, so that a person can tell which it was: the mark of its maker. */
const SHOWN = /^(?:[a-zA-Z]{2,6}[-_]|AIza|AKIA|eyJ)/;

/** Removes this exact key, however JSON or a URL may escape it. */
export function withoutKey(text: string, key: string): string {
  return key.length < 4 ? text : text.replaceAll(new RegExp(spelt(key), 'gi'), '…');
}

/** Each character as it is, as `\u002b` or `\/`, or as `%2B`: services escape more than they have to. */
function spelt(key: string): string {
  return Array.from(key, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    const slash = character === '/' ? String.raw`|\\/` : '';
    return `(?:\\u${code}|\\\\u${code}|%${code.slice(-2)}${slash})`;
  }).join('');
}

/** Does the same for every string in `value`, which must be plain data. */
export function withoutKeyIn<T>(value: T, key: string): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? withoutKey(part, key) : part,
  ) as T;
}

const UNSAFE =
  // eslint-disable-next-line no-control-regex -- control characters are what it removes
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g;

const NAMED_SECRET =
  /((?:api[ _-]?key|token|secret|authorization|令牌|密钥)(?: provided)?["']?\s*[:=：]\s*["']?)([^\s"',;&]{8,})/gi;

function looksSecret(token: string): boolean {
  return /[\d*]/.test(token);
}

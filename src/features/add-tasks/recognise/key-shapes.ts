import { UUID } from './shapes';

/** What keys look like, and what only looks like one. */

const BEFORE = '(?<![A-Za-z0-9\\-])';
const AFTER = '(?![A-Za-z0-9\\-…•]|\\.{3}[A-Za-z0-9]|\\*{2,}[A-Za-z0-9]|\\*{3})';
const shape = (source: string, flags = 'g'): RegExp => new RegExp(BEFORE + source + AFTER, flags);

const QUOTES = `["'\\\\]{0,4}`;
const IS = `${QUOTES}\\s{0,3}(?:[是为]?\\s?[:=：]|[是为])\\s{0,3}${QUOTES}`;
const WHOLE = '(?![…*A-Za-z0-9]|\\.{3})';
const named = (names: string, value: string): RegExp =>
  new RegExp(`(?<![A-Za-z0-9])(?:${names})${IS}(${value})${WHOLE}`, 'gi');

/** What words do not have: a digit next to a letter, or a capital after a lower-case letter. */
const RANDOM = '(?=[A-Za-z0-9_\\-]{0,200}?(?:[A-Za-z]\\d|\\d[A-Za-z]|[a-z][A-Z]))';

/** Keys; if there is a group, it is the key. Masked ones (`sk-Vb3k…9f2c`, `sk-***`) do not count. */
export const KEY_SHAPES: readonly RegExp[] = [
  shape(`${UUID}:[0-9a-f]{32,200}`),
  new RegExp(`\\bBearer\\s{1,4}([A-Za-z0-9_\\-.~+/:]{7,2000}[A-Za-z0-9_\\-]={0,2})${WHOLE}`, 'gi'),
  named('authorization', `(?!Bearer\\b|Basic\\b)[A-Za-z0-9_\\-.:]{16,2000}`),
  new RegExp(
    `\\bauthorization${IS}(?:Key|Token)\\s{1,3}([A-Za-z0-9_\\-.:]{12,2000})${WHOLE}`,
    'gi',
  ),
  named(
    'x-api-key|api[ _-]?key|apikey|api\\s?密钥|secret(?:[_-]?key)?|access[_-]?(?:token|key(?:[_-]?(?:id|secret))?)|auth[_-]?token|密钥|秘钥|令牌',
    '[A-Za-z0-9_\\-.]{11,2000}[A-Za-z0-9_\\-]',
  ),
  named(
    '(?<!_)(?:key|token)',
    '(?=[A-Za-z_\\-.]{0,99}\\d)[A-Za-z0-9_\\-.]{11,2000}[A-Za-z0-9_\\-]',
  ),
  // Without a colon: `the API key is …`, `密钥 …`.
  new RegExp(
    `(?<![A-Za-z0-9])(?:(?:key|token)\\s{1,3}is|(?:api[ _-]?key|(?:api\\s?)?密钥|秘钥|令牌)(?:\\s{1,3}is)?)[^\\S\\n]{1,3}${QUOTES}((?=[A-Za-z_\\-]{0,99}\\d)[A-Za-z0-9_\\-]{11,2000}[A-Za-z0-9_\\-])${WHOLE}`,
    'gi',
  ),
  // Lines of a `.env` file.
  new RegExp(
    `(?<![A-Za-z0-9_])(?:[A-Z][A-Z0-9]{1,20}_){1,4}(?:KEY|TOKEN|SECRET|KEY_ID)${IS}([A-Za-z0-9_\\-.:]{11,2000}[A-Za-z0-9_\\-])${WHOLE}`,
    'g',
  ),
  shape('sk-[A-Za-z0-9][A-Za-z0-9_\\-]{3,1000}'),
  shape('SK-[A-Z0-9]{20,200}'),
  shape(
    `(?:sk|pk|rk|ak|gsk|xai|r8|fal|api|hf|key)[-_]${RANDOM}[A-Za-z0-9][A-Za-z0-9_\\-]{11,1000}`,
  ),
  // A JWT: three base64 parts, the first of which begins with `{"`.
  shape('eyJ[A-Za-z0-9_\\-]{10,2000}\\.[A-Za-z0-9_\\-]{10,8000}\\.[A-Za-z0-9_\\-]{10,1000}'),
  shape('AIza[A-Za-z0-9_\\-]{30,200}'),
];

/** A key in a URL: `…?key=…`, or one with a recognisable prefix anywhere. */
export const KEY_IN_URL =
  /[?&](?:api[_-]?key|apikey|key|access_token|token)=([A-Za-z0-9_\-.]{12,})|(?<![A-Za-z0-9])(sk-[A-Za-z0-9_-]{12,})/i;

/** A shortened or masked key or id: neither a key nor two ids. */
export const MASKED =
  /(?<![A-Za-z0-9_-])([A-Za-z0-9_-]{2,200})(…{1,2}|\.{3,6}|[*•]{3,200})([A-Za-z0-9·]{0,8})/g;

/** Placeholders written instead of a key, and ids where a key could be. */
const NO_KEY: readonly RegExp[] = [
  /^(?:[a-z]{2,4}[-_])?(?:x{4,}|\.+|0+)$/i,
  /(?:^|[-_])(?:your|example|placeholder|redacted)(?:[-_]|$)/i,
  /^\D*[-_](?:my|the|here)(?:[-_]\D*)?$/i,
  /^(?:video|task|job|gen|cgt|char|sora|veo)[-_:]/i,
];

/** Real keys are long, or contain a digit or a capital. */
export function isKey(text: string): boolean {
  if (NO_KEY.some((no) => no.test(text))) return false;
  return /\d/.test(text) || (text.length >= 12 && /[A-Z]|.{19}/.test(text));
}

const ID_FIELD =
  /(?:(?:task|video|job|generation|prediction)[ _-]?id["'\\]{0,4}\s{0,3}[:=：]|["']id\\?["']\s{0,3}:|\/videos?\/)\s{0,3}["'\\]{0,4}$/i;

/** True if the text calls the value a task id, whatever its prefix; an `sk-…` is a key even then. */
export function isCalledId(text: string, value: string, start: number): boolean {
  return !/^sk-/i.test(value) && ID_FIELD.test(text.slice(Math.max(0, start - 40), start));
}

/** Headings of a column of keys. */
export const KEY_HEAD = /^(?:(?:api|secret|access)[ _-]?key|apikey|api\s?密钥|密钥|秘钥|令牌)$/i;

/**
 * What keys look like, for everything that has to know: the box where they are pasted, and the texts of services in which
 * they must not be shown.
 */

export const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';

/** Not within a word; `%3D` ends one. */
const BEFORE = '(?<!(?<!%[0-9A-Fa-f])[A-Za-z0-9]|[A-Za-z0-9][_-]{1,3})';
/** A long key may stand before an ellipsis, a short one before it was shortened; a line behind it ends it. */
const AFTER =
  '(?![A-Za-z0-9]|-+[A-Za-z0-9]|-(?![A-Za-z0-9-])|\\.{3}[A-Za-z0-9]|[*•…]{1,3}[A-Za-z0-9])';
const shape = (source: string, before = BEFORE): RegExp => new RegExp(before + source + AFTER, 'g');

/** What words do not have: a digit next to a letter, or a capital after a lower-case letter. */
const RANDOM = '(?=[A-Za-z0-9_\\-]{0,200}?(?:[A-Za-z]\\d|\\d[A-Za-z]|[a-z][A-Z]))';
/** Letters of both cases and digits in one piece. */
const MIXED = '(?=[A-Za-z_\\-.]{0,80}\\d)(?=[a-z0-9_\\-.]{0,80}[A-Z])(?=[A-Z0-9_\\-.]{0,80}[a-z])';

/** Keys; if there is a group, it is the key. Masked ones (`sk-Vb3k…9f2c`, `sk-***`) do not count. */
export const KEY_SHAPES: readonly RegExp[] = [
  shape(`${UUID}:[0-9a-f]{32,200}`),
  /\bBearer\s{1,4}(?:["'`]\s{0,3}[+.]\s{0,3}["'`])?([A-Za-z0-9_\-.~+/:]{7,8000}[A-Za-z0-9_-]={0,2})(?![…*A-Za-z0-9]|\.{3})/gi,
  /\bBasic\s{1,4}([A-Za-z0-9+/]{16,2000}={0,2})(?![…*A-Za-z0-9]|\.{3})/g,
  // The secret key of a pair, which signs: `jwt.encode({"iss": AK, …}, SK)`.
  /\bjwt\.(?:encode|sign)\(\s{0,9}\{[^{}]{0,400}\}\s{0,9},\s{0,9}["'`]([A-Za-z0-9_\-+/]{12,200}={0,2})["'`]/g,
  // A JWT: three base64 parts, the first of which begins with `{"`.
  shape('eyJ[A-Za-z0-9_\\-]{10,2000}\\.[A-Za-z0-9_\\-]{10,8000}\\.[A-Za-z0-9_\\-]{10,1000}'),
  shape('[sS][kK]-[A-Za-z0-9][A-Za-z0-9_\\-]{3,1000}'),
  // Glued to the word before it: `keysk-…`.
  shape(
    `sk-${MIXED}[A-Za-z0-9][A-Za-z0-9_\\-]{15,1000}`,
    '(?<=key|token|bearer|secret|api|is|KEY|Key|Token|Bearer)',
  ),
  shape(
    `(?:sk|pk|rk|ak|ark|gsk|xai|r8|fal|api|hf|key)[-_]${RANDOM}[A-Za-z0-9][A-Za-z0-9_\\-]{11,1000}`,
  ),
  // A maker's mark and what the key is for: `tgp_v1_…`, `rk_live_…`, `sk_test_…`, `dop_v1_…`.
  shape(
    `[a-z][a-z0-9]{1,11}(?:[-_](?:v\\d|live|test|prod|api\\d{0,2}|key|proj|pat|sk|secret|token|admin)){1,3}[-_]${RANDOM}[A-Za-z0-9][A-Za-z0-9_\\-]{15,1000}`,
  ),
  shape(
    `(?:vda|tgp|rpa|nvapi|pplx|ghp|gho|glpat|dckr_pat|github_pat|esecret|xoxb|xoxp|csk|fw)[-_]${RANDOM}[A-Za-z0-9][A-Za-z0-9_\\-]{15,1000}`,
  ),
  shape(`[a-z]{2,12}-${UUID}-(?:${UUID}|[0-9a-f]{5})`),
  shape('[0-9a-f]{32}\\.[A-Za-z0-9]{16}'),
  shape('AIza[A-Za-z0-9_\\-]{30,200}'),
  shape('ya29\\.[A-Za-z0-9_\\-]{20,2000}'),
  shape('AQ\\.[A-Za-z0-9_\\-]{20,2000}'),
  // Access keys of clouds.
  shape('(?:AKIA|ASIA)[A-Z0-9]{16}'),
  shape(`(?:AKLT|LTAI|AKID)${RANDOM}[A-Za-z0-9]{12,60}={0,2}`),
];

/** A private key, with or without its last line. */
export const PEM =
  /-{3,5}BEGIN (?:[A-Z]{2,12} ){0,3}PRIVATE KEY-{3,5}[A-Za-z0-9+/=\s\\]{20,20000}(?:-{3,5}END (?:[A-Z]{2,12} ){0,3}PRIVATE KEY-{3,5})?/g;

/** Placeholders written instead of a key, templates and code, and ids where a key could be. */
const NO_KEY: readonly RegExp[] = [
  /^(?:[a-z]{2,4}[-_])?(?:x{4,}|\.+|0+)$/i,
  /(?:^|[-_])(?:your|example|placeholder|redacted|change-?me)(?:[-_]|$)/i,
  /^\D*[-_](?:my|the|here)(?:[-_]\D*)?$/i,
  /^(?:video|task|job|gen|cgt|char|sora|veo)[-_:]/i,
  /\.{3}/,
  /^(?:os|process|env|self|config|settings|secrets|headers|json|data)\./i,
];

/** Real keys are long, or contain a digit or a capital. */
export function isKey(text: string): boolean {
  if (NO_KEY.some((no) => no.test(text))) return false;
  return /\d/.test(text) || (text.length >= 12 && /[A-Z]|.{19}/.test(text));
}

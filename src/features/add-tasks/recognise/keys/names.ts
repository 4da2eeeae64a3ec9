import { calledBefore, isCalledKeyAfter, type Called } from './called';
import type { Segments } from '~/features/add-tasks/recognise/segments';
import { kindOf } from '~/features/add-tasks/recognise/fields/fields';
import { isShortened, withoutMarks } from './ends';
import { isKey, UUID } from '~/core/key-shapes';
import { isWritten } from './shapes';
import { isIdShaped } from '~/features/add-tasks/recognise/shapes';
import { shapeOf } from '~/features/add-tasks/recognise/shape-of';

/** A word that may be a key's. */
const TOKEN =
  /(?<![A-Za-z0-9@%$]|[A-Za-z0-9]_)[-_]{0,4}([+/]?[A-Za-z0-9][A-Za-z0-9_\-.+/]{6,7999}(?:={1,2}(?![A-Za-z0-9=]))?)/g;
/** A cloud's secret key, which can begin and end with any mark of base64. */
export const SECRET = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{40}$/;
/** Letters and digits of one piece. */
const SHORTEST = 11;

const CALLED_AFTER: Called = {
  kind: 'key',
  firm: true,
  direct: true,
  phrase: 'key',
  scheme: null,
  half: null,
};

/** Keys that only a name beside them tells: `key U`, `密钥（U）`, `<apiKey>U</apiKey>`, `AK：… SK：…`. */
export function claimNamed(claims: Segments): void {
  let last: { end: number; value: string; called: Called } | null = null;
  for (const match of claims.text.matchAll(TOKEN)) {
    const found = match[1] ?? '';
    const whole = SECRET.test(found) ? found : found.replaceAll(/^[+/]|[.+/~]+$/g, '');
    const start = match.index + match[0].length - found.length + found.indexOf(whole);
    const value = withoutMarks(claims.text, whole, start);
    const end = start + value.length;
    if (value.length < SHORTEST || !/\d|[A-Z]/.test(value) || !claims.isFree(start, end)) continue;
    const inherited: Called | null =
      last && isNextOfList(claims.text, last, start, value) ? last.called : null;
    const called: Called | null =
      inherited ??
      calledBefore(claims.text, start) ??
      (isCalledKeyAfter(claims.text, end) ? CALLED_AFTER : null);
    if (
      called?.kind === 'id' &&
      called.firm &&
      called.direct &&
      /(?:id|arn|编号|号|value)s?$/i.test(called.phrase.trim())
    ) {
      if (claims.text.charAt(end) !== ':' && kindOf(value, true) === 'id')
        claims.claim('id', start, end);
      continue;
    }
    if (called?.kind !== 'key' || !isNamedKey(claims.text, value, start, called)) continue;
    claimKey(claims, value, start, called);
    last = { end, value, called };
  }
}

function claimKey(claims: Segments, value: string, start: number, called: Called): void {
  const isOfPair = /a\s?k\s?[/&+]?\s?s\s?k|key/i.test(called.phrase);
  if (isOfPair && claimPair(claims, value, start, called.half)) return;
  claims.claim('key', start, start + value.length, value, called);
}

/** `AK/SK`, `AK|SK`; a secret of base64 has slashes of its own. */
export function claimPair(
  claims: Segments,
  value: string,
  start: number,
  half: Called['half'],
): boolean {
  const [first = '', second = '', ...more] = value.split(/[/|]/);
  if (half === 'secret' || /[+=]/.test(value) || more.length > 0) return false;
  if (Math.min(first.length, second.length) < 12 || !isKey(first) || !isKey(second)) return false;
  claims.claim('key', start, start + first.length, first, { half: 'access' });
  claims.claim('key', start + first.length + 1, start + value.length, second, { half: 'secret' });
  return true;
}

/** Of a name without a colon, or with words in between, the value has to look like a key. */
function isNamedKey(text: string, value: string, start: number, called: Called): boolean {
  const end = start + value.length;
  if (!isKey(value) || isIdShaped(value) || /:\/\/|@/.test(text.slice(end, end + 3))) return false;
  if (isShortened(text, start, value) || text.charAt(end) === '(') return false;
  if (FILE.test(value) || isWritten(value)) return false;
  if (called.firm && called.direct) return /\d/.test(value) || isMixed(value);
  if (called.direct) return /\d/.test(value) && (/[A-Za-z]/.test(value) || value.length > 24);
  return isRandom(value) || new RegExp(`^${UUID}$`).test(value);
}

const FILE = /\.(?:mp4|mov|png|jpe?g|json|txt|csv|md|py|js|ts|ya?ml|env|pem|xlsx?|docx?|pdf)$/i;
function isMixed(value: string): boolean {
  return value.length >= 16 && /[a-z]/.test(value) && /[A-Z].*[A-Z]/.test(value);
}

/** Nobody writes such a word: a long piece of letters and digits, in both cases or in hexadecimal. */
export function isRandom(value: string): boolean {
  if (value.length < 20) return false;
  return value.split(/[^A-Za-z0-9]+/).some((piece) => {
    if (piece.length < 16 || !/\d/.test(piece)) return false;
    if (/[a-z]/.test(piece) && /[A-Z]/.test(piece)) return true;
    const turns = piece.match(/[A-Za-z]\d|\d[A-Za-z]/g)?.length ?? 0;
    return turns >= 4 && piece.length >= 24;
  });
}

/** The next of several keys below or beside one name. */
function isNextOfList(
  text: string,
  last: { end: number; value: string },
  start: number,
  value: string,
): boolean {
  if (start - last.end > 12 || shapeOf(value) !== shapeOf(last.value)) return false;
  return /^[\s"'`,，、;；/|>*•-]*(?:\d{1,3}[.)、]\s*)?["'`]?$/.test(text.slice(last.end, start));
}

import { calledBefore } from './called';
import { MODEL_NAME } from '~/features/add-tasks/recognise/shapes';

/** What looks like a key in pasted text and is none. What keys look like is in `core/key-shapes.ts`. */

/** A key in a URL: `…?key=…`, or one with a recognisable prefix anywhere. */
export const KEY_IN_URL =
  /[?&](?:(?:api|access|app|secret)[_-]?key|key|(?:access_|api_|auth_)?token|secret|apikey)=([A-Za-z0-9_\-.~]{12,})|(?<![A-Za-z0-9])(sk-[A-Za-z0-9_-]{12,})/i;

/** A shortened or masked key or id: neither a key nor two ids. */
export const MASKED =
  /(?<![A-Za-z0-9_-])([A-Za-z0-9_-]{2,200})(…{1,2}|\.{3,6}|[*•]{3,200})([A-Za-z0-9·]{0,8})/g;

/** Words and years (`harbour2026`, `hello-world-2026`), dates and models: no key, whatever stands before it. */
export function isWritten(value: string): boolean {
  return WRITTEN.test(value) || MODEL_NAME.test(value);
}

const WRITTEN =
  /^(?:\d{4}-\d\d-\d\d.*|(?:[a-z]+[-.])+\d{1,2}(?:[-.][a-z\d]{1,8}){0,3}|[A-Za-z]?[a-z]{4,}\d{1,4}[a-z]?|(?:[A-Za-z]?[a-z]{2,}\d{0,4}|\d{1,4})(?:[-_.](?:[A-Za-z]?[a-z]{2,}\d{0,4}|\d{1,4})){2,})$/;

/** True if the text calls the value a task id, whatever its prefix; an `sk-…` is a key even then. */
export function isCalledId(text: string, value: string, start: number): boolean {
  if (/^sk-/i.test(value)) return false;
  if (/\/videos?\/$/i.test(text.slice(Math.max(0, start - 8), start))) return true;
  const called = calledBefore(text, start);
  return called !== null && called.firm && (called.kind === 'id' || isJsonId(text, start));
}

function isJsonId(text: string, start: number): boolean {
  return /["']id\\?["']\s{0,3}:\s{0,3}["'\\]{0,4}$/i.test(
    text.slice(Math.max(0, start - 16), start),
  );
}

/** Headings of a column of keys. */
export const KEY_HEAD =
  /^(?:[\p{L}\d]{1,20}[ _-]?)?(?:(?:api|secret|access|app)[ _-]?(?:access[ _-]?)?(?:key|token)s?(?:[ _-]?(?:id|secret))?|keys?|tokens?|secrets?|api\s?密钥|密钥|秘钥|令牌|(?<![\p{L}\d])(?:a\/?k|s\/?k))(?:\s?[(（][^()（）]{1,20}[)）])?$/iu;

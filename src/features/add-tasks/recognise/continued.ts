import type { Segments } from './segments';
import { lastNoun, spaced } from './nouns';
import { UUID } from '~/core/key-shapes';
import { IN_PROSE, isIdShaped, isPlainId } from './shapes';

/** What stands on the next line, after marks of quotes. */
const NEXT_LINE =
  /^(?:=?[^\S\n]{0,4}\\?\r?\n[\s>|"'*]{0,8}|["']\s{0,4}\+\s{0,12}["'])([A-Za-z0-9_-]{3,2000})(?=$|[\s"'`,;，；。）)\]}])/;

/** Joins to a key that ends at the end of a line what looks like its second half. */
export function joinBrokenKeys(claims: Segments): void {
  const { text } = claims;
  for (const key of claims.of('key')) {
    if (key.text !== key.value || text.slice(key.start, key.end) !== key.text) continue;
    const found = NEXT_LINE.exec(text.slice(key.end, key.end + 2100));
    const rest = found?.[1];
    if (!found || rest === undefined) continue;
    const end = key.end + found[0].length;
    if (!claims.isFree(end - rest.length, end) || !isRestOf(key.value, rest)) continue;
    const next = NEXT_LINE.exec(text.slice(end, end + 300))?.[1];
    // A list below the key, not the rest of it.
    if (next !== undefined && rest.length > 7 && next.length === rest.length) continue;
    claims.grow(key, end, key.value + rest);
  }
}

const WHOLE_HEX = new Set([32, 40, 48, 64, 96, 128]);

function isRestOf(key: string, rest: string): boolean {
  if (lastNoun(spaced(rest)) !== null) return false;
  if (isIdShaped(rest) || /^(?:sk|pk|ak|https?|key|token)[-_:]?/i.test(rest)) return false;
  if (new RegExp(`^${UUID}$`).test(key + rest)) return true;
  if (new RegExp(`${UUID}$`).test(key)) return false;
  const body = key.replace(/^[A-Za-z]{2,8}[-_]/, '');
  if (isPlainId(rest)) return false;
  if (/[-_.]$/.test(key))
    return /\d|[a-z][A-Z]/.test(rest) && !IN_PROSE.some((no) => no.test(rest));
  if (/^[0-9a-f]+$/.test(body))
    return /^[0-9a-f]+$/.test(rest) && WHOLE_HEX.has((body + rest).length);
  if (IN_PROSE.some((no) => no.test(rest)) || rest.length >= body.length + 12) return false;
  if (/[a-z]/.test(body) && /[A-Z]/.test(body))
    return (
      /[A-Z]/.test(rest) &&
      /[a-z]/.test(rest) &&
      (/\d/.test(rest) || /[a-z][A-Z].*[a-z]/.test(rest))
    );
  return (
    rest.length > 5 && /^[a-z0-9]+$/.test(rest) && (rest.match(/[a-z]\d|\d[a-z]/g)?.length ?? 0) > 2
  );
}

import { readMasked, type Hints, type Secrets } from './secrets';

interface Box {
  /** Masked. */
  text: string;
  secrets: Secrets;
}

/** What was pasted, and over which part of the text. */
interface Pasted {
  text: string;
  from: number;
  to: number;
}

/** The text with what was pasted, still plain, and the caret after it. */
interface Merged {
  text: string;
  caret: number;
}

/** A character that may belong to a key. */
const KEY_CHARACTER = /[\w.:-]/;

/**
 * Puts pasted text into the box. A key right beside a masked one stays a key of its own: together they would be one that
 * nobody has. A key alone takes the place of `refused`, wherever the caret is: whoever is told to paste it again means
 * that one.
 * @param refused a plain key that its service did not accept
 */
export function pasteInto(
  { text, secrets }: Box,
  pasted: Pasted,
  refused: string | null,
  hints: Hints = {},
): Merged {
  const mask = refused === null ? null : maskOf(refused, secrets);
  const key = mask === null ? null : keyAlone(pasted.text, hints);
  const at = mask === null ? -1 : text.indexOf(mask);
  if (mask !== null && key !== null && at >= 0 && key !== refused) {
    // Every mention of it, or the text would still have two keys.
    return { text: text.replaceAll(mask, () => key), caret: at + key.length };
  }
  const masks = [...secrets.keys()];
  const [before, after] = [text.slice(0, pasted.from), text.slice(pasted.to)];
  const isGluedBefore =
    KEY_CHARACTER.test(pasted.text[0] ?? '') && masks.some((one) => before.endsWith(one));
  const isGluedAfter =
    KEY_CHARACTER.test(pasted.text.at(-1) ?? '') && masks.some((one) => after.startsWith(one));
  const inside = `${isGluedBefore ? ' ' : ''}${pasted.text}${isGluedAfter ? ' ' : ''}`;
  return { text: before + inside + after, caret: before.length + inside.length };
}

function maskOf(apiKey: string, secrets: Secrets): string | null {
  return [...secrets].find(([, hidden]) => hidden.apiKey === apiKey)?.[0] ?? null;
}

/** The one key of a text, also amid words ("sorry, it is sk-…"), if there is nothing else to take from it. */
function keyAlone(text: string, hints: Hints): string | null {
  const { segments } = readMasked(text, new Map(), hints);
  const meant = segments.filter(({ kind }) => kind !== 'other');
  const [only] = meant;
  return meant.length === 1 && only !== undefined && KEYS.has(only.kind) ? only.value : null;
}

const KEYS: ReadonlySet<string> = new Set(['key', 'doubt']);

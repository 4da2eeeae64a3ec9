import type { Concept, Words } from './concepts';
import { isLatin, wordsOf } from './words';

/** A word of a text and what it means; `null` if nobody knows. */
export interface Token {
  concept: Concept | 'digits' | null;
  from: number;
  end: number;
}

/** Words by what they mean, and those of several words by their first. */
export interface Meanings {
  words: ReadonlyMap<string, Concept>;
  phrases: ReadonlyMap<string, readonly string[]>;
}

/** Of a word with several meanings the first of the concepts counts. */
export function meaningsOf(concepts: readonly Concept[], not: readonly Words[] = []): Meanings {
  const words = new Map(
    concepts
      .toReversed()
      .flatMap((concept) => wordsOf([concept], not).map((word) => [word, concept] as const)),
  );
  const phrases = new Map<string, string[]>();
  for (const word of words.keys()) {
    const first = /^[a-z]+(?= )/.exec(word)?.[0];
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), word]);
  }
  return { words, phrases };
}

/** The longest word of a script without spaces, in characters. */
const LONGEST = 10;
/** Of plurals, and between the parts of a long word: `Auftrags-`, `Szenen-`, `tareas`. */
const ENDINGS = ['', 's', 'n', 'es', 'en', 'e', 'r', 'er', 'in', 'nen'];
/** Shorter Latin words are too often the beginning or end of others. */
const LONG = 4;
/** But these are written at the end of another: `taskid`. */
const GLUED = new Set(['id', 'ids', 'key', 'url', 'nr']);
const RUN = /[a-z]+#?|\d+/y;

/** The words of a folded text. A text is at most as long as a line's beginning, so this costs the same for any. */
export function tokensIn(text: string, meanings: Meanings): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    RUN.lastIndex = at;
    const run = RUN.exec(text)?.[0];
    const found = run === undefined ? otherAt(text, at, meanings) : runAt(text, at, run, meanings);
    tokens.push(...found);
    at = found.at(-1)?.end ?? at + 1;
  }
  return tokens;
}

function runAt(text: string, at: number, run: string, meanings: Meanings): Token[] {
  const whole = (concept: Token['concept'], length = run.length): Token[] => [
    { concept, from: at, end: at + length },
  ];
  if (/^\d/.test(run)) return whole('digits');
  const phrase = meanings.phrases
    .get(run)
    ?.find((one) => text.startsWith(one, at) && !/[a-z]/.test(text.charAt(at + one.length)));
  if (phrase !== undefined) return whole(meanings.words.get(phrase) ?? null, phrase.length);
  const marked = meanings.words.get(run);
  if (marked !== undefined) return whole(marked);
  return (
    partsOf(run.replace('#', ''), at, meanings.words) ?? whole(null, run.replace('#', '').length)
  );
}

/** `taskid`, `Kundenname`, and what ends with a number or a key: `Seriennummer`. */
function partsOf(run: string, at: number, words: Meanings['words']): Token[] | null {
  const own = stemOf(run, words);
  if (own !== undefined) return [{ concept: own, from: at, end: at + run.length }];
  for (let cut = run.length - 2; cut > 2; cut -= 1) {
    const rest = run.slice(cut);
    if (rest.length < LONG && !GLUED.has(rest)) continue;
    const first = stemOf(run.slice(0, cut), words);
    if (first === undefined || (cut < LONG && !GLUED.has(rest))) continue;
    const others = partsOf(rest, at + cut, words);
    if (others) return [{ concept: first, from: at, end: at + cut }, ...others];
  }
  const tail = TAIL.exec(run);
  if (!tail) return null;
  const cut = at + tail.index;
  return [
    { concept: null, from: at, end: cut },
    { concept: tail[0].startsWith('s') ? 'key' : 'number', from: cut, end: at + run.length },
  ];
}

const TAIL = /(?<=[a-z]{2})(?:nummern?|schlu?e?ssel)$/;

function stemOf(word: string, words: Meanings['words']): Concept | undefined {
  if (word.length <= LONG) return words.get(word);
  for (const ending of ENDINGS) {
    const stem = word.slice(0, word.length - ending.length);
    const concept = stem.length >= LONG && word.endsWith(ending) ? words.get(stem) : undefined;
    if (concept !== undefined) return concept;
  }
  return undefined;
}

/** Of what has no spaces between words, the longest word that is known. */
function otherAt(text: string, at: number, { words }: Meanings): Token[] {
  if (/[\s()/,+&·]/.test(text.charAt(at))) return [];
  for (let length = LONGEST; length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    const concept = word.length === length && !isLatin(word) ? words.get(word) : undefined;
    if (concept !== undefined) return [{ concept, from: at, end: at + length }];
  }
  return [{ concept: null, from: at, end: at + 1 }];
}

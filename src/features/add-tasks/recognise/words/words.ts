import type { Concept, Words } from './concepts';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { ja } from './ja';
import { ko } from './ko';
import { pt } from './pt';
import { zh } from './zh';

/** English comes first: where two languages share a word, its meaning there counts. */
const ALL: readonly Words[] = [en, de, es, pt, ja, ko, zh];

/** The words of all languages that mean one of these; `not` leaves languages out. */
export function wordsOf(concepts: readonly Concept[], not: readonly Words[] = []): string[] {
  const words = ALL.filter((one) => !not.includes(one)).flatMap((one) =>
    concepts.flatMap((concept) => one[concept]?.split('|') ?? []),
  );
  return [...new Set(words)].toSorted((a, b) => b.length - a.length);
}

/**
 * A text as the tables spell words: small letters of normal width without accents. `ﾀｽｸ` is `タスク`, `Código` is
 * `codigo`; the marks of kana and Hangul are parts of letters, and stay.
 */
export function folded(text: string): string {
  if (!/[^ -~]/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/** Latin words have spaces around them, those of other scripts have not. */
export const isLatin = (word: string): boolean => /^[a-z]/.test(word);

/** A part of a whole in figures that stay true when they are rounded. */
export type Share =
  /** Exactly so many of so many: of few, each counts. */
  | { kind: 'of'; part: number; whole: number }
  /** So many of 100, to the nearest whole number; never 0 of some, nor 100 of not all. */
  | { kind: 'of-100'; n: number; isExact: boolean }
  | { kind: 'less-than-1-of-100' }
  | { kind: 'more-than-99-of-100' };

/** From so many on a part is said of a hundred. */
const MANY = 50;

/** @param part 0 to `whole`, which is at least 1 */
export function shareOf(part: number, whole: number): Share {
  if (whole < MANY) return { kind: 'of', part, whole };
  const hundredths = (part / whole) * 100;
  const n = Math.round(hundredths);
  if (n === 0 && part > 0) return { kind: 'less-than-1-of-100' };
  if (n === 100 && part < whole) return { kind: 'more-than-99-of-100' };
  return { kind: 'of-100', n, isExact: part * 100 === n * whole };
}

/** A part of a whole in a word. */
export type Fraction =
  | 'all'
  | 'almost-all'
  | 'most'
  | 'more-than-half'
  | 'half'
  | 'almost-half'
  | 'about-a-third'
  | 'about-a-quarter'
  /** No word is both short and true: it is said in figures. */
  | 'some';

/** Of fewer, words like "most" would say more than there is. */
const ENOUGH_FOR_WORDS = 5;

/** The words, by how much they say; the first that fits. Shares from (inclusive) and to (exclusive). */
const WORDS = [
  ['almost-all', 0.95, 1],
  ['most', 2 / 3, 0.95],
  ['more-than-half', 0.505, 2 / 3],
  ['almost-half', 0.44, 0.5],
  ['about-a-third', 0.31, 0.36],
  ['about-a-quarter', 0.235, 0.265],
] as const;

/** @param part 0 to `whole`, which is at least 1 */
export function fractionOf(part: number, whole: number): Fraction {
  if (part === whole) return whole > 1 ? 'all' : 'some';
  if (whole < ENOUGH_FOR_WORDS) return 'some';
  if (part * 2 === whole) return 'half';
  const share = part / whole;
  return WORDS.find(([, from, to]) => share >= from && share < to)?.[0] ?? 'some';
}

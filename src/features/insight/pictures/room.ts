/** All in rem. */

/** A phone's width is less; below the second, a picture and the words beside it have no room in one line. */
const NARROW = 40;
const TIGHT = 22;
/** The page is no wider than that. */
const WIDEST = 77.5;

/** How a picture is laid out: beside its words, with shorter ones, or below them. */
export type Layout = 'wide' | 'narrow' | 'tight';

/** @param width of the page */
export function layoutFor(width: number): Layout {
  return width < TIGHT ? 'tight' : width < NARROW ? 'narrow' : 'wide';
}

/** What is left of a page's width within a picture's frame. @param width of the page */
export function frameRoom(width: number): number {
  const isWide = width >= NARROW;
  return Math.max(1, Math.min(width, WIDEST) - (isWide ? 5.5 : 3.5));
}

/** About how wide words in a drawing are. */
export function wordRoom(words: string): number {
  let room = 0;
  for (const letter of words) room += letter > '\u2E7F' ? 0.75 : 0.42;
  return room;
}

/** Words that may be broken at their dots, as addresses are, if one of them has no room. @param room of a line */
export function breakable(words: string, room: number): string {
  const isLong = words.split(' ').some((word) => wordRoom(word) * LARGER > room);
  return isLong ? words.replaceAll('.', '.\u200B') : words;
}

/** Beside the words of a drawing, those around it are that much wider. */
const LARGER = 1.3;

/** How many labels have room on an axis. @param labels any of them; 1 at least */
export function mostLabels(room: number, labels: readonly string[]): number {
  // The first stands behind its mark, all others around theirs.
  const each = 1.5 * Math.max(...labels.map(wordRoom)) + 0.25;
  return Math.max(1, Math.floor(room / each));
}

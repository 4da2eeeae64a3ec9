/** What is older than a name of the browser's: the first of the browsers that lack it; null if all know it. */
export interface Known {
  /** Names such as `toSorted`, whatever has them. */
  members: Map<string, string | null>;
  /** `AbortSignal.any`. */
  statics: Map<string, string | null>;
  /** `Segmenter`. */
  globals: Map<string, string | null>;
  styles: Map<string, string | null>;
}

/** @param oldest as in package.json: `safari 17` */
export function known(oldest: readonly string[]): Known;

/** What a page's files use that one of the browsers lacks, as `name, browser`. */
export function tooNew(
  files: { scripts: Readonly<Record<string, string>>; styles: Readonly<Record<string, string>> },
  known: Known,
): string[];

/** Syntax of a script that browsers of 2014 do not read. */
export function newSyntax(name: string, code: string): string[];

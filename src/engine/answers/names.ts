/** Numbers of one length, so that they sort by what they count: a collator that does that itself takes ten times as long. */
export function sortable(name: string): string {
  return name.replaceAll(/\d+/g, (digits) => digits.padStart(MOST_DIGITS, '0'));
}

const MOST_DIGITS = 12;

let collator: Intl.Collator | null = null;

/** The order of two names made by `sortable`: SH2 before SH10. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  // Made when names are first compared: it costs some milliseconds.
  collator ??= new Intl.Collator();
  return collator.compare(a, b);
}

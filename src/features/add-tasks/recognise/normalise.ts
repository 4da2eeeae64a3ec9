/** A text as it is read, and where each of its characters stands in the text as pasted. */
export interface Normalised {
  text: string;
  /** The place in the pasted text of a place in the read one. */
  pasted: (at: number) => number;
  /** The other way. */
  read: (at: number) => number;
}

/** Zero-width, soft-hyphen and direction marks. */
const UNSEEN = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff';
const ODD = new RegExp(
  `[${UNSEEN}\\u00a0\\u2000-\\u200a\\u2010-\\u2015\\u2028\\u2029\\u202f\\u205f\\u2212\\u3000\\ufe58\\ufe63\\uff01-\\uff5e]|\\^"`,
);
/** Full-width marks that stay, because they end a word as no ASCII mark does: `，；！？（）：`. */
const KEPT = '！（），：；？［］｛｝';
const WORD = /[\w\-.]/;

/**
 * Letters, digits, dashes and blanks of any width as ASCII. Marks that nobody sees are dropped within a word, and are
 * blanks between words; so is the `^` with which cmd quotes. The line breaks that mail adds are dropped.
 */
export function normalised(text: string): Normalised {
  const same = (at: number): number => at;
  if (!ODD.test(text) && !isMail(text)) return { text, pasted: same, read: same };
  const plain = text
    .replaceAll(/[\uff01-\uff5e]/g, (mark) =>
      KEPT.includes(mark) ? mark : String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfe_e0),
    )
    .replaceAll(/(?<=[A-Za-z0-9])：(?=\/\/)/g, ':')
    .replaceAll(/[\u2010\u2011\u2212\ufe63\ufe58]/g, '-')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replaceAll(/[\u2028\u2029]/g, '\n');
  return withoutUnseen(withDashes(plain));
}

/** `sk–…` and UUIDs as a word processor writes them; a name and an id on both sides of a dash stay apart. */
function withDashes(text: string): string {
  return text.replaceAll(/[\u2012-\u2015]/g, (dash, at: number) => {
    const before = /[A-Za-z0-9]{1,40}$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
    const after = text.slice(at + 1, at + 9);
    const isPart = /\d|^(?:sk|pk|rk|ak|cgt|gsk|xai)$/i.test(before) && /^[A-Za-z0-9]/.test(after);
    return isPart && !/^(?:video|task|sora|gen|cgt|job)[_-]/.test(after) ? '-' : dash;
  });
}

/** The source of a mail: `=` ends a line within a word, and is `=3D` itself. */
function isMail(text: string): boolean {
  return /quoted-printable/i.test(text) || (text.includes('=3D') && /=\r?\n/.test(text));
}

const DROPPED = new RegExp(`[${UNSEEN}]+|\\^(?=[^\\s^]|\\^)|=\\r?\\n|(?<==)3D`, 'g');

function withoutUnseen(text: string): Normalised {
  const marks = { cmd: text.includes('^"'), mail: isMail(text) };
  /** The places in the read text before which something was dropped, and how much in all. */
  const places: number[] = [];
  const totals: number[] = [];
  let total = 0;
  const parts: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(DROPPED)) {
    const end = index + mark.length;
    const of = mark === '^' ? 'cmd' : /^[=3]/.test(mark) ? 'mail' : null;
    if (of !== null && !marks[of]) continue;
    parts.push(text.slice(from, index));
    from = end;
    const within = WORD.test(text[index - 1] ?? '') && WORD.test(text[end] ?? '');
    if (of === null && !within) {
      parts.push(' '.repeat(mark.length));
      continue;
    }
    places.push(index - total);
    totals.push((total += mark.length));
  }
  parts.push(text.slice(from));
  const pastedPlaces = places.map((place, index) => place + (totals[index] ?? 0));
  return {
    text: parts.join(''),
    pasted: (at) => at + (totals[lastUpTo(places, at)] ?? 0),
    read: (at) => at - (totals[lastUpTo(pastedPlaces, at)] ?? 0),
  };
}

/** The index of the last number that is not larger; -1 if all are. */
function lastUpTo(ascending: readonly number[], most: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

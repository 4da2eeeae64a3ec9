import { maskKey } from '~/core/mask';
import { analyse } from '~/features/add-tasks/recognise/analyse';
import type {
  Analysis,
  Given,
  KnownKey,
  Segment,
  Table,
} from '~/features/add-tasks/recognise/analysis';

/** A masked word: a key, or what may be one. */
type Hidden = Pick<KnownKey, 'apiKey' | 'kind'>;

/** Plain keys by the masks that replace them in the text. Never drawn, never stored. */
export type Secrets = ReadonlyMap<string, Hidden>;

/** What the form knows beyond the text. */
export type Hints = Omit<Given, 'known'>;

/** A text in which every key is masked, with the caret in the same place, and what was read from it. */
export interface Masked {
  text: string;
  caret: number;
  secrets: Secrets;
  analysis: Analysis;
}

/**
 * Replaces keys, and what may be keys, by masks and remembers them; a mask that stands for something else is replaced by
 * what it stands for. The text is analysed once.
 * @param spare caret position while a key is being typed: the key it touches is left alone; null spares none
 */
export function maskKeys(
  text: string,
  caret: number,
  secrets: Secrets,
  hints: Hints = {},
  spare: number | null = null,
): Masked {
  const analysis = readMasked(text, secrets, hints);
  const masks = createMasks(secrets);
  const shift = createShift();
  let masked = '';
  let moved = caret;
  const segments = analysis.segments.map((segment): Segment => {
    const start = masked.length;
    const typing = spare !== null && segment.start <= spare && spare <= segment.end;
    const shown = typing ? segment.text : masks.shown(segment);
    masked += shown;
    if (shown === segment.text) return { ...segment, start, end: masked.length };
    shift.add(segment.end, shown.length - segment.text.length);
    if (caret >= segment.end) moved += shown.length - segment.text.length;
    else if (caret > segment.start) moved = masked.length;
    return { ...segment, text: shown, start, end: masked.length };
  });
  if (masked === text) return { text, caret, secrets, analysis };
  const tables = analysis.tables.map((table) => shifted(table, shift.at));
  return { text: masked, caret: moved, secrets: masks.all(), analysis: { segments, tables } };
}

/** Analyses masked text: intact masks count as their keys, everything else stays as it is. */
export function readMasked(text: string, secrets: Secrets, hints: Hints = {}): Analysis {
  return analyse(text, { ...hints, known: placesOf(text, secrets) });
}

function isHidden({ kind }: Segment): boolean {
  return kind === 'key' || kind === 'doubt';
}

/** Kinds that are no secret: whoever says that a masked word is one of these sees it again. */
const PLAIN: ReadonlySet<Segment['kind']> = new Set(['id', 'name', 'address']);

/** Gives masks to keys: the same one to the same key, different ones to keys that would look alike. */
function createMasks(secrets: Secrets) {
  const all = new Map(secrets);
  const maskOf = new Map([...secrets].map(([mask, { apiKey }]) => [apiKey, mask]));
  const twins = new Map<string, number>();
  return {
    all: (): Secrets => all,
    /** How a segment is shown in the box. */
    shown(segment: Segment): string {
      const { value, kind, text } = segment;
      const isMask = all.get(text)?.apiKey === value;
      if (isMask && PLAIN.has(kind)) return value;
      if (isMask || !isHidden(segment)) return text;
      const mask = maskOf.get(value) ?? freeMask(maskKey(value), all, twins);
      maskOf.set(value, mask);
      all.set(mask, { apiKey: value, kind: kind === 'key' ? 'key' : 'doubt' });
      // A key that a line end has broken is one mask, too.
      return text.includes(value) ? text.replaceAll(value, () => mask) : mask;
    },
  };
}

/** A bare `…`, as of a very short key, would make every `…` of the text that key. */
function freeMask(mask: string, all: Secrets, twins: Map<string, number>): string {
  let candidate = mask;
  while (all.has(candidate) || candidate === '…') {
    const n = (twins.get(mask) ?? 1) + 1;
    twins.set(mask, n);
    candidate = `${mask}·${n}`;
  }
  return candidate;
}

/** Where a position is after the replacements so far, which are added and asked for in ascending order. */
function createShift() {
  const ends: number[] = [];
  const sums: number[] = [];
  return {
    add(end: number, by: number): void {
      ends.push(end);
      sums.push((sums.at(-1) ?? 0) + by);
    },
    at(position: number): number {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 0) <= position) low = middle + 1;
        else high = middle;
      }
      return position + (sums[low - 1] ?? 0);
    },
  };
}

/** The same table in the masked text. Its cells are read from there, because they may have held a key. */
function shifted(table: Table, at: (position: number) => number): Table {
  const rows = table.rows.map((row) => ({
    ...row,
    start: at(row.start),
    end: at(row.end),
    cells: [],
  }));
  return { ...table, start: at(table.start), end: at(table.end), rows };
}

/** The longest mask before its last `…`, that of a pair, and after it, in characters: see `maskKey`. */
const LONGEST_HEAD = 17;
const TAIL = /^…[^\s…·]{0,4}(?:·\d{1,6})?/;

/** Positions of masks, the longest first: the mask of a pair contains that of one of its halves. */
function placesOf(text: string, secrets: Secrets): KnownKey[] {
  if (secrets.size === 0) return [];
  const places: KnownKey[] = [];
  for (let at = text.indexOf('…'); at >= 0; at = text.indexOf('…', at + 1)) {
    const tail = TAIL.exec(text.slice(at, at + 16))?.[0] ?? '…';
    const place = maskAround(text, at, tail, secrets);
    if (place) places.push(place);
  }
  return places.toSorted((a, b) => b.end - b.start - (a.end - a.start));
}

/** The longest mask around this `…`; part of a longer word is not a mask. */
function maskAround(text: string, at: number, tail: string, secrets: Secrets): KnownKey | null {
  for (let end = at + tail.length; end > at; end -= 1) {
    if (/[A-Za-z0-9·]/.test(text[end] ?? '')) continue;
    for (let start = Math.max(0, at - LONGEST_HEAD); start <= at; start += 1) {
      const hidden = secrets.get(text.slice(start, end));
      if (hidden) return { start, end, ...hidden };
    }
  }
  return null;
}

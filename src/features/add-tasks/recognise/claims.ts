import type { Segment, SegmentKind } from './segment';

/** The claimed stretches, without overlaps. First come, first served. */
export class Claims {
  readonly text: string;
  readonly #taken: Segment[] = [];
  /** One mark per character: checking a stretch costs only its length, however many are claimed. */
  readonly #marks: Uint8Array;

  constructor(text: string) {
    this.text = text;
    this.#marks = new Uint8Array(text.length);
  }

  /** Claims a stretch, unless part of it is claimed already. */
  claim(kind: SegmentKind, start: number, end: number, value = this.text.slice(start, end)): void {
    if (end <= start || this.#marks.subarray(start, end).includes(1)) return;
    this.#marks.fill(1, start, end);
    this.#taken.push(plain({ kind, text: this.text.slice(start, end), value, start, end }));
  }

  /** Claims every match, or its first group if it has one, as what `kindOf` says; null skips it. */
  each(
    shape: RegExp,
    kindOf: SegmentKind | ((value: string, start: number) => SegmentKind | null),
  ): void {
    for (const match of this.text.matchAll(shape)) {
      const value = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(value);
      const kind = typeof kindOf === 'string' ? kindOf : kindOf(value, start);
      if (kind === null) continue;
      this.claim(kind, start, start + value.length, isId(kind) ? decoded(value) : value);
    }
  }

  has(kind: SegmentKind): boolean {
    return this.#taken.some((segment) => segment.kind === kind);
  }

  /** All segments of `text` in order; unclaimed ones are other text. */
  segments(text: string): Segment[] {
    const all: Segment[] = [];
    let at = 0;
    const other = (end: number): void => {
      if (end <= at) return;
      const words = text.slice(at, end);
      all.push(plain({ kind: 'other', text: words, value: words, start: at, end }));
    };
    for (const segment of this.#taken.toSorted((a, b) => a.start - b.start)) {
      other(segment.start);
      all.push(segment);
      at = segment.end;
    }
    other(text.length);
    return all;
  }
}

export function isId(kind: SegmentKind): boolean {
  return kind === 'id' || kind === 'maybe';
}

/** An id as the service knows it, without the percent-encoding of a URL. */
export function decoded(id: string): string {
  if (!/%[0-9a-f]{2}/i.test(id)) return id;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** A segment about which nothing more is known. */
function plain(segment: Pick<Segment, 'kind' | 'text' | 'value' | 'start' | 'end'>): Segment {
  return {
    ...segment,
    label: null,
    shot: null,
    columns: {},
    scheme: null,
    half: null,
    evidence: segment.kind === 'address' ? 'link' : null,
    reason: null,
  };
}

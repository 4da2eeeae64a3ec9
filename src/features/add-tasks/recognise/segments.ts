import type { Segment, SegmentKind } from './analysis';

/** Shared, because a text can have very many segments. */
const NO_COLUMNS: Segment['columns'] = {};

type Details = Pick<Segment, 'scheme' | 'half' | 'reason' | 'evidence'>;

/** The claimed stretches, without overlaps. First come, first served. */
export class Segments {
  readonly text: string;
  readonly #taken: Segment[] = [];
  /** One mark per character: checking a stretch costs only its length, however many are claimed. */
  readonly #marks: Uint8Array;

  constructor(text: string) {
    this.text = text;
    this.#marks = new Uint8Array(text.length);
  }

  /** Segments a stretch, unless part of it is claimed already. */
  claim(
    kind: SegmentKind,
    start: number,
    end: number,
    value = this.text.slice(start, end),
    { scheme = null, half = null, reason = null, evidence = null }: Partial<Details> = {},
  ): void {
    if (end <= start || !this.isFree(start, end)) return;
    this.#marks.fill(1, start, end);
    const text = this.text.slice(start, end);
    this.#taken.push({
      ...bare({ kind, text, value, start, end }),
      scheme,
      half,
      reason,
      ...(evidence === null ? {} : { evidence }),
    });
  }

  /** True if nothing of the stretch is claimed. */
  isFree(start: number, end: number): boolean {
    return this.freeUpTo(start, end) === end;
  }

  /** Where the first claim within a stretch begins; its end if there is none. */
  freeUpTo(start: number, end: number): number {
    let at = start;
    while (at < end && this.#marks[at] !== 1) at += 1;
    return at;
  }

  /** What is claimed as this kind so far. */
  of(kind: SegmentKind): Segment[] {
    return this.#taken.filter((segment) => segment.kind === kind);
  }

  /** Makes a claimed segment longer. */
  grow(segment: Segment, end: number, value: string): void {
    this.#marks.fill(1, segment.end, end);
    segment.end = end;
    segment.value = value;
    segment.text = this.text.slice(segment.start, end);
  }

  /** Segments every match, or its first group if it has one, as what `kindOf` says; null skips it. */
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
      all.push(bare({ kind: 'other', text: words, value: words, start: at, end }));
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
export function bare(segment: Pick<Segment, 'kind' | 'text' | 'value' | 'start' | 'end'>): Segment {
  const { kind, text, value, start, end } = segment;
  return {
    kind,
    text,
    value,
    start,
    end,
    label: null,
    shot: null,
    columns: NO_COLUMNS,
    scheme: null,
    half: null,
    evidence: segment.kind === 'address' ? 'link' : null,
    reason: null,
  };
}

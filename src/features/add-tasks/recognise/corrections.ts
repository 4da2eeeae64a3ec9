import { bare } from './segments';
import type { Correction, Segment } from './analysis';
import { shapeOf } from './shape-of';

const TOKEN = /[A-Za-z0-9](?:[A-Za-z0-9_\-:.+/%@]*[A-Za-z0-9])?={0,2}/g;

type Kind = Correction['kind'];

/** What a person said comes last and counts most; the rest of the text follows where it has the same shape. */
export function corrected(
  segments: readonly Segment[],
  corrections: readonly Correction[] = [],
): Segment[] {
  if (corrections.length === 0) return [...segments];
  const byValue = new Map(corrections.map(({ value, kind }) => [value, kind]));
  const alike = corrections.filter(({ alike: all }) => all);
  const byShape = new Map(alike.map(({ value, kind }) => [shapeOf(value), kind]));
  const kindOf = (value: string): Kind | undefined =>
    byValue.get(value) ?? (byShape.size > 0 ? byShape.get(shapeOf(value)) : undefined);
  const keys = new Set(segments.flatMap(({ kind, value }) => (kind === 'key' ? value : [])));
  // A certain key becomes no task because a word of its shape is one: only if a key was what was corrected.
  const ofKeys = new Set(alike.flatMap(({ value }) => (keys.has(value) ? shapeOf(value) : [])));
  return segments.flatMap((segment) => {
    const { value } = segment;
    const isSafe = segment.kind === 'key' && !byValue.has(value) && !ofKeys.has(shapeOf(value));
    const kind = isSafe ? undefined : kindOf(value);
    if (kind !== undefined) return as(segment, kind);
    return segment.kind === 'other' ? pieces(segment, corrections, kindOf) : segment;
  });
}

/** Tells words that a person said are nothing; names are a matter of their own. */
export function ignoredBy(corrections: readonly Correction[] = []): (segment: Segment) => boolean {
  const ignored = corrections.filter(({ kind }) => kind === 'other');
  const values = new Set(ignored.map(({ value }) => value));
  const shapes = new Set(ignored.flatMap(({ value, alike }) => (alike ? shapeOf(value) : [])));
  return ({ kind, value }) =>
    kind === 'other' && /^\S+$/.test(value) && (values.has(value) || shapes.has(shapeOf(value)));
}

function as(segment: Segment, kind: Kind): Segment {
  if (segment.kind === kind) return segment;
  return { ...bare({ ...segment, kind }), evidence: kind === 'address' ? 'named' : null };
}

/** Cuts out of other text what was corrected there. */
function pieces(
  segment: Segment,
  corrections: readonly Correction[],
  kindOf: (value: string) => Kind | undefined,
): Segment[] {
  const found = new Map<number, string>();
  for (const { 0: token, index } of segment.text.matchAll(TOKEN)) {
    if (kindOf(token) !== undefined) found.set(index, token);
  }
  for (const { value } of corrections) {
    if (value === '') continue;
    let at = segment.text.indexOf(value);
    for (; at >= 0; at = segment.text.indexOf(value, at + value.length)) {
      if (isWhole(segment.text, at, value)) found.set(at, value);
    }
  }
  const all: Segment[] = [];
  let at = 0;
  const cut = (kind: Kind, to: number): void => {
    if (to <= at) return;
    const text = segment.text.slice(at, to);
    const [start, end] = [segment.start + at, segment.start + to];
    all.push(as(bare({ kind: 'other', text, value: text, start, end }), kind));
    at = to;
  };
  for (const [from, value] of [...found].toSorted(([a], [b]) => a - b)) {
    if (from < at) continue;
    cut('other', from);
    cut(kindOf(value) ?? 'other', from + value.length);
  }
  cut('other', segment.text.length);
  return all;
}

function isWhole(text: string, at: number, value: string): boolean {
  const isWord = (mark: string | undefined): boolean => /[A-Za-z0-9_-]/.test(mark ?? ' ');
  return !(
    (isWord(text[at - 1]) && isWord(value[0])) ||
    (isWord(text[at + value.length]) && isWord(value.at(-1)))
  );
}

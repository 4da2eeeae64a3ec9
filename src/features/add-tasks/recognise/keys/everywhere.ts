import { bare } from '~/features/add-tasks/recognise/segments';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

/** What is a key in one place is a key everywhere, alone or within anything else. */
export function keysEverywhere(
  segments: readonly Segment[],
  except: ReadonlySet<string>,
): Segment[] {
  const keys = new Map<string, Segment>();
  for (const segment of segments) {
    if (segment.kind === 'key' && !except.has(segment.value)) keys.set(segment.value, segment);
  }
  if (keys.size === 0) return [...segments];
  const finder = finderOf([...keys.keys()]);
  return segments.flatMap((segment) => {
    if (segment.kind === 'key' || except.has(segment.value)) return segment;
    const same = keys.get(segment.value);
    if (same && segment.kind !== 'doubt') return { ...segment, ...asKey(same) };
    if (same) return { ...segment, kind: 'key' };
    return split(segment, finder, keys);
  });
}

function asKey({
  scheme,
  half,
}: Segment): Pick<Segment, 'kind' | 'scheme' | 'half' | 'evidence' | 'reason'> {
  return { kind: 'key', scheme, half, evidence: null, reason: null };
}

type Finder = (text: string, from: number) => { at: number; key: string } | null;

/** Looks at each place once, by the first characters, however many keys there are. */
function finderOf(keys: readonly string[]): Finder {
  const shortest = Math.min(...keys.map(({ length }) => length));
  const heads = new Set(keys.map((key) => key.slice(0, shortest)));
  const firsts = new Set(keys.map((key) => key.charCodeAt(0)));
  const all = new Set(keys);
  const lengths = [...new Set(keys.map(({ length }) => length))].toSorted((a, b) => b - a);
  return (text, from) => {
    for (let at = from; at + shortest <= text.length; at += 1) {
      if (!firsts.has(text.charCodeAt(at)) || !heads.has(text.slice(at, at + shortest))) continue;
      const key = lengths.map((length) => text.slice(at, at + length)).find((one) => all.has(one));
      if (key !== undefined) return { at, key };
    }
    return null;
  };
}

function split(segment: Segment, find: Finder, keys: ReadonlyMap<string, Segment>): Segment[] {
  const all: Segment[] = [];
  let at = 0;
  let found = find(segment.text, 0);
  if (!found) return [withoutKey(segment, find)];
  const cut = (to: number, key: string | null): void => {
    if (to <= at) return;
    const text = segment.text.slice(at, to);
    const place = { text, value: text, start: segment.start + at, end: segment.start + to };
    const isLink = at === 0 && (segment.kind === 'address' || segment.kind === 'link');
    const same = key === null ? undefined : keys.get(key);
    if (same) all.push({ ...bare({ ...place, kind: 'key' }), ...asKey(same) });
    else if (isLink) all.push({ ...segment, ...place, value: text.replace(/[?&#][^?&#]*$/, '') });
    else all.push(bare({ ...place, kind: 'other' }));
    at = to;
  };
  while (found) {
    cut(found.at, null);
    cut(found.at + found.key.length, found.key);
    found = find(segment.text, at);
  }
  cut(segment.text.length, null);
  return all;
}

/** An address may have come without what stood between its parts. */
function withoutKey(segment: Segment, find: Finder): Segment {
  if (segment.value === segment.text || !find(segment.value, 0)) return segment;
  return { ...bare(segment), kind: 'other', value: segment.text };
}

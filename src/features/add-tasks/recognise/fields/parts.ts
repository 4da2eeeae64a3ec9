import { calledBefore } from '~/features/add-tasks/recognise/keys/called';
import { objectsOf } from './objects';
import { isPlainId } from '~/features/add-tasks/recognise/shapes';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

/**
 * An answer names its task more than once, with a bare id inside (`task_…` next to `sora-2:task_…`), and its parts have
 * ids of their own. The bare duplicate is not a second task; ids of parts are only offered.
 */
export function withoutParts(text: string, segments: Segment[]): Segment[] {
  const twins = new Set(
    segments.flatMap(({ kind, value }) =>
      kind === 'id' ? (/^[^:]+:(.+)$/.exec(value)?.[1] ?? []) : [],
    ),
  );
  const parts = partsOf(text, segments);
  const others = otherThings(text, segments);
  const about = isAboutOthers(text, segments);
  return segments.map((segment) => {
    if (segment.kind !== 'id') return segment;
    if (twins.has(segment.value)) return { ...segment, kind: 'other' };
    return about || parts.has(segment) || others.has(segment.value)
      ? { ...segment, kind: 'maybe' }
      : segment;
  });
}

/** A text about orders, advertisements, traces: what nothing calls a task in it is more likely another of those. */
function isAboutOthers(text: string, segments: readonly Segment[]): boolean {
  if (segments.some(({ kind }) => kind === 'key' || kind === 'address')) return false;
  const ids = segments.filter(({ kind }) => kind === 'id');
  if (ids.length === 0 || !ids.every(({ value }) => isPlainId(value))) return false;
  const isTask = ids.some(({ start }) => {
    const called = calledBefore(text, start);
    return called?.kind === 'id' || /^_?(?:uu)?id$/i.test(called?.phrase.trim() ?? '');
  });
  if (isTask) return false;
  const others = segments.filter(
    ({ kind, value, start }) =>
      kind === 'maybe' && value.length > 5 && calledBefore(text, start)?.kind === 'junk',
  );
  return others.length > 1 && others.length >= ids.length;
}

/** What is called a workflow, a trace or the like in one place, and a task in none, is no task anywhere. */
function otherThings(text: string, segments: readonly Segment[]): Set<string> {
  const others = new Set(
    segments.flatMap(({ kind, value, start }) =>
      kind === 'maybe' && isPlainId(value) && calledBefore(text, start)?.kind === 'junk'
        ? value
        : [],
    ),
  );
  if (others.size === 0) return others;
  for (const { kind, value, start } of segments) {
    if (kind !== 'id' || !others.has(value)) continue;
    // The address of a look-up calls it a task, whatever the service calls it.
    if (text.charAt(start - 1) === '/' || calledBefore(text, start)?.kind === 'id')
      others.delete(value);
  }
  return others;
}

/** Fields called `id` in a JSON object that names its task separately, or that is part of one. */
function partsOf(text: string, segments: readonly Segment[]): Set<Segment> {
  if (!text.includes('{')) return new Set();
  const objects = objectsOf(
    text,
    segments.filter(({ kind }) => kind === 'id'),
  );
  const called = new Map(
    [...objects.keys()].map((segment) => [segment, calledBefore(text, segment.start)]),
  );
  const tasks = new Map<object, Set<string>>();
  for (const [segment, object] of objects) {
    if (called.get(segment)?.kind !== 'id' || !/id$/i.test(called.get(segment)?.phrase ?? ''))
      continue;
    tasks.set(object, (tasks.get(object) ?? new Set()).add(segment.value));
  }
  const isNamed = (object: { ids: Set<string>; parent: object | null } | null): boolean =>
    object !== null && object.parent !== null && object.ids.size === 1;
  return new Set(
    [...objects].flatMap(([segment, object]) => {
      const call = called.get(segment);
      const phrase = call?.phrase ?? '';
      if (object.ids.size > 1 && /^generation_?id$/i.test(phrase)) return segment;
      const isBare = /^_?id$/i.test(phrase.trim());
      if (isBare && object.isPart) return segment;
      if (/^(?:task|video|sora|cgt)[_-]|:/.test(segment.value)) return [];
      const task = tasks.get(object);
      if (isBare && task && !task.has(segment.value)) return segment;
      // The outermost level is the text around the JSON.
      return isNamed(object.parent) && !object.ids.has([...(object.parent?.ids ?? [])][0] ?? '')
        ? segment
        : [];
    }),
  );
}

import { isId } from '~/features/add-tasks/recognise/segments';
import { byHeading } from '~/features/add-tasks/recognise/tables/columns';
import { isGeneric } from './headings';
import { isCoded, plausible } from './plausible';
import type { Name, Naming, Namings } from './naming';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

/** A name before a list or an object without others in it. */
const GROUP = /"([^"\\\n]{2,80})"\s{0,9}:\s{0,9}[[{]([^[\]{}]{0,20000})[\]}]/dg;
const FLAT = /\{[^{}[\]]{2,20000}\}/g;
/** Alone, such a name is more likely that of a field. */
const FIELD = /^[a-z_][A-Za-z_]*$/;
/** A name before a value. */
const KEYED = /"([^"\\\n]{1,80})"\s{0,9}:\s{0,9}"$/d;
const LONGEST_KEY = 104;

/** JSON whose names are those of shots and takes: `{"SH010": ["…", "…"]}`, `{"SH010": {"take 1": "…"}}`. */
export function namesInMaps(text: string, plain: string, segments: readonly Segment[]): Namings {
  const ids = segments.filter(({ kind }) => isId(kind));
  const namings = new Map<Segment, Naming>();
  const groups: { name: Name; ids: Segment[] }[] = [];
  let next = 0;
  for (const { 0: whole, 1: key = '', index, indices } of text.matchAll(GROUP)) {
    const end = index + whole.length;
    while ((ids[next]?.start ?? Infinity) < index) next += 1;
    const own: Segment[] = [];
    for (; (ids[next]?.end ?? Infinity) <= end; next += 1) own.push(...ids.slice(next, next + 1));
    const name = nameAt(plain, key, indices?.[1]?.[0] ?? index);
    if (name && own.length > 0 && holdsOnly(plain.slice(...(indices?.[2] ?? [0, 0])), own))
      groups.push({ name, ids: own });
  }
  const sure =
    groups.length > 1 || groups.some(({ name: { text: key } }) => isCoded(key) || !FIELD.test(key));
  if (!sure) groups.length = 0;
  const shots = groups.some(({ ids: own }) => own.length > 1);
  for (const { name, ids: own } of groups) {
    for (const id of own) {
      const label = keyBefore(plain, id.start);
      namings.set(id, shots || label ? { shot: name, ...(label && { label }) } : { label: name });
    }
  }
  nameFlat(plain, ids, text, namings);
  return namings;
}

/** Nothing but ids, each with a name or none with one. */
function holdsOnly(plain: string, ids: readonly Segment[]): boolean {
  const keys = plain.split(/"\s{0,9}:/).length - 1;
  return keys === 0 ? !/[\p{L}\p{N}]/u.test(plain) : keys === ids.length;
}

/** `{"Harbour": "…", "Fox": "…"}`: nothing but names and ids. */
function nameFlat(
  plain: string,
  ids: readonly Segment[],
  text: string,
  namings: Map<Segment, Naming>,
): void {
  let next = 0;
  for (const { 0: whole, index } of text.matchAll(FLAT)) {
    while ((ids[next]?.start ?? Infinity) < index) next += 1;
    const from = next;
    while ((ids[next]?.end ?? Infinity) <= index + whole.length) next += 1;
    const own = ids.slice(from, next);
    if (own.length < 2 || !holdsOnly(plain.slice(index, index + whole.length), own)) continue;
    for (const id of own) {
      const label = keyBefore(plain, id.start);
      if (label && !namings.has(id)) namings.set(id, { label });
    }
  }
}

function keyBefore(plain: string, at: number): Name | null {
  const from = Math.max(0, at - LONGEST_KEY);
  const match = KEYED.exec(plain.slice(from, at));
  return match ? nameAt(plain, match[1] ?? '', from + (match.indices?.[1]?.[0] ?? 0)) : null;
}

function nameAt(plain: string, text: string, start: number): Name | null {
  const end = start + text.length;
  const isField = byHeading([text]).roles[0] !== 'keep';
  const isName = !isField && plausible(text) !== null && text.trim() === text && !isGeneric(text);
  return isName && plain.slice(start, end) === text ? { text, start, end } : null;
}

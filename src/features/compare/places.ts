import { MAX_COMPARED } from '~/address/comparison';

/** What stands in which place of a comparison, from the first on; there are no gaps. */
export type Places = readonly string[];

/** Puts a take into a place, from 1: what stood there takes its old one, or leaves if it had none. */
export function putInto(places: Places, key: string, n: number): Places {
  const from = places.indexOf(key);
  const last = from === -1 ? places.length : places.length - 1;
  const to = Math.min(n - 1, last, MAX_COMPARED - 1);
  const next = [...places];
  const there = next[to];
  next[to] = key;
  if (from !== -1 && there !== undefined) next[from] = there;
  return next;
}

/** Takes it out, or adds it; where there is no room, it gets the last place. */
export function toggled(places: Places, key: string): Places {
  return places.includes(key)
    ? places.filter((one) => one !== key)
    : putInto(places, key, MAX_COMPARED);
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The place that a key stands for, from 1; null for any other key, and for what belongs to the browser. */
export function placeOfKey(press: Press): number | null {
  const n = /^[1-9]$/.test(press.key) && !hasModifier(press) ? Number(press.key) : 0;
  return n >= 1 && n <= MAX_COMPARED ? n : null;
}

export function hasModifier({ ctrlKey, metaKey, altKey }: Press): boolean {
  return ctrlKey || metaKey || altKey;
}

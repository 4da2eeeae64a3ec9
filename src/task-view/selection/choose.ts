/** Cards chosen to do something with all of them. */
export interface Selection {
  keys: ReadonlySet<string>;
  /** The card that a range begins with: the last one chosen, or taken out, by itself. */
  anchor: string | null;
  /** What was chosen when the range began, so that it can become shorter again. */
  before: ReadonlySet<string>;
}

export const NOTHING: Selection = { keys: new Set(), anchor: null, before: new Set() };

/** Chooses a card, or takes it out. */
export function toggled({ keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key, before: next };
}

/**
 * The range from the anchor to this card becomes as the anchor is, chosen or not; what lay in a longer range before is
 * as it was. Without an anchor among `order` it is this card alone.
 * @param order the shown cards, in order
 */
export function extended(selection: Selection, key: string, order: readonly string[]): Selection {
  const { anchor, before } = selection;
  const ends = [anchor === null ? -1 : order.indexOf(anchor), order.indexOf(key)];
  const [from = 0, to = 0] = ends.toSorted((a, b) => a - b);
  if (anchor === null || from < 0) return before.has(key) ? selection : toggled(selection, key);
  const next = new Set(before);
  for (const one of order.slice(from, to + 1)) {
    if (before.has(anchor)) next.add(one);
    else next.delete(one);
  }
  return { keys: next, anchor, before };
}

/** Chooses all of these, or takes them out. */
export function withAll({ keys }: Selection, some: readonly string[], on: boolean): Selection {
  const next = new Set(keys);
  for (const key of some) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return { keys: next, anchor: null, before: next };
}

/** Without cards that are not on the board any more; the same if there are none. */
export function onlyKnown(selection: Selection, isKnown: (key: string) => boolean): Selection {
  const gone = Array.from(selection.keys).filter((key) => !isKnown(key));
  return gone.length === 0 ? selection : withAll(selection, gone, false);
}

/** How much of a group is chosen. */
export function shareOf(
  keys: ReadonlySet<string>,
  group: readonly string[],
): 'none' | 'some' | 'all' {
  const chosen = group.filter((key) => keys.has(key)).length;
  if (chosen === 0) return 'none';
  return chosen === group.length ? 'all' : 'some';
}

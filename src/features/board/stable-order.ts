/** What the grid last showed. */
export interface Drawn {
  /** The view's address: if it changed, the person changed it, so the new order applies at once. */
  view: string;
  /** How many tasks were on the board: new ones come from the person too. */
  total: number;
  keys: readonly string[];
}

/**
 * The cards to draw, in order. While the person is using the grid (pointer over it, focus in it, a video playing)
 * nothing moves: cards keep their places, and new matches come at the end.
 * @param exists whether a card is still on the board at all
 */
export function stableOrder(
  before: Drawn,
  wanted: Drawn,
  held: boolean,
  exists: (key: string) => boolean,
): Drawn {
  if (!held || before.view !== wanted.view || wanted.total > before.total) return wanted;
  const kept = before.keys.filter(exists);
  const known = new Set(kept);
  const keys = [...kept, ...wanted.keys.filter((key) => !known.has(key))];
  return { ...wanted, keys: sameKeys(keys, before.keys) ? before.keys : keys };
}

export function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((key, index) => key === b[index]));
}

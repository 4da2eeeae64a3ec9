/** What the grid showed when it was drawn last. */
export interface Drawn {
  /** The view's address: a change is the person's wish, so the order follows at once. */
  view: string;
  /** How many tasks were on the board: new ones are the person's wish too. */
  total: number;
  keys: readonly string[];
}

/**
 * The cards to draw, in order. While the person holds the grid (pointer over it, focus in it, a video playing)
 * nothing moves under their hands: cards keep their places, and those that newly fit come at the end.
 * @param exists whether a card is still on the board at all
 */
export function calm(
  before: Drawn,
  wanted: Drawn,
  held: boolean,
  exists: (key: string) => boolean,
): Drawn {
  if (!held || before.view !== wanted.view || wanted.total > before.total) return wanted;
  const kept = before.keys.filter(exists);
  const known = new Set(kept);
  const keys = [...kept, ...wanted.keys.filter((key) => !known.has(key))];
  return { ...wanted, keys: same(keys, before.keys) ? before.keys : keys };
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

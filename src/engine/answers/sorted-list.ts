/** Hears of every change of items in order, and arranges them in another way as well. */
export interface Follower<T> {
  /** All of them, in order. */
  reset(items: readonly T[]): void;
  /** One in the place of another; null stands for none. */
  replace(before: T | null, after: T | null): void;
}

/** Items in order, each found by halving: one more or one less costs little among thousands. No two compare as 0. */
interface SortedList<T> {
  readonly items: readonly T[];
  /** Starts again with items that are in order already. */
  reset(items: T[]): void;
  /** Puts one in the place of another; null stands for none. Returns whether anything but itself has moved. */
  replace(before: T | null, after: T | null): boolean;
}

export function createSortedList<T>(compare: (a: T, b: T) => number): SortedList<T> {
  let items: T[] = [];
  /** How many come before it. */
  const placeOf = (item: T): number => {
    let from = 0;
    let to = items.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const other = items[middle];
      if (other !== undefined && compare(other, item) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    get items() {
      return items;
    },
    reset(sorted) {
      items = sorted;
    },
    replace(before, after) {
      const from = before === null ? -1 : placeOf(before);
      if (before !== null && after !== null && compare(before, after) === 0) {
        items[from] = after;
        return false;
      }
      if (from >= 0) items.splice(from, 1);
      if (after === null) return from >= 0;
      const to = placeOf(after);
      items.splice(to, 0, after);
      return from !== to;
    },
  };
}

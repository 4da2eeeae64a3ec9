/** Items in an order: the first one is at hand, and adding or removing one costs O(log n). */
export interface Heap<T> {
  readonly size: number;
  first(): T | undefined;
  add(item: T): void;
  /** Does nothing if the item is not in it. What it is ordered by must not have changed since it was added. */
  remove(item: T): void;
}

/** A binary heap that knows where each item is; `compare` is as for sorting. */
export function createHeap<T extends object>(compare: (a: T, b: T) => number): Heap<T> {
  const items: T[] = [];
  const places = new Map<T, number>();

  const put = (item: T, place: number): void => {
    items[place] = item;
    places.set(item, place);
  };
  const rise = (item: T, from: number): void => {
    let place = from;
    while (place > 0) {
      const parent = items[(place - 1) >> 1];
      if (!parent || compare(item, parent) >= 0) break;
      put(parent, place);
      place = (place - 1) >> 1;
    }
    put(item, place);
  };
  const sink = (item: T, from: number): void => {
    let place = from;
    for (;;) {
      let below = 2 * place + 1;
      let child = items[below];
      const other = items[below + 1];
      if (child && other && compare(other, child) < 0) {
        child = other;
        below += 1;
      }
      if (!child || compare(item, child) <= 0) break;
      put(child, place);
      place = below;
    }
    put(item, place);
  };

  return {
    get size() {
      return items.length;
    },
    first: () => items[0],
    add(item) {
      if (!places.has(item)) rise(item, items.length);
    },
    remove(item) {
      const place = places.get(item);
      const last = items.at(-1);
      if (place === undefined || !last) return;
      items.pop();
      places.delete(item);
      if (last === item) return;
      // The last one fills the gap, and may belong above or below it.
      rise(last, place);
      sink(last, places.get(last) ?? place);
    },
  };
}

import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { createHeap } from './heap';

interface Item {
  weight: number;
  order: number;
}

const compare = (a: Item, b: Item): number => a.weight - b.weight || a.order - b.order;

describe('a heap', () => {
  it('has the first of a sorted list at hand, whatever is added and removed', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ add: fc.integer({ min: 0, max: 20 }) }),
        fc.record({ remove: fc.nat(200) }),
        fc.constant('take the first' as const),
      ),
      { maxLength: 200, size: 'max' },
    );
    fc.assert(
      fc.property(steps, (history) => {
        const heap = createHeap(compare);
        const all: Item[] = [];
        const present = new Set<Item>();
        for (const step of history) {
          if (step === 'take the first') {
            const first = heap.first();
            if (first) heap.remove(first);
            if (first) present.delete(first);
          } else if ('add' in step) {
            const item = { weight: step.add, order: all.length };
            all.push(item);
            present.add(item);
            heap.add(item);
          } else {
            // Also one that was removed before.
            const item = all[step.remove % Math.max(1, all.length)];
            if (item) heap.remove(item);
            if (item) present.delete(item);
          }
          expect(heap.size).toBe(present.size);
          expect(heap.first()).toBe([...present].toSorted(compare)[0]);
        }
      }),
    );
  });

  it('has an item once, however often it is added', () => {
    const heap = createHeap(compare);
    const item = { weight: 1, order: 1 };
    heap.add(item);
    heap.add(item);
    expect(heap.size).toBe(1);
    heap.remove(item);
    expect(heap.first()).toBeUndefined();
  });

  it('compares a logarithm of its items for each that is added or removed', () => {
    let compared = 0;
    const heap = createHeap((a: Item, b: Item) => {
      compared += 1;
      return compare(a, b);
    });
    const items = Array.from({ length: 10_000 }, (_, n) => ({
      weight: (n * 7919) % 10_007,
      order: n,
    }));
    for (const item of items) heap.add(item);
    expect(compared / items.length).toBeLessThan(14);
    compared = 0;
    for (const item of items) heap.remove(item);
    expect(compared / items.length).toBeLessThan(2 * 14 + 1);
  });
});

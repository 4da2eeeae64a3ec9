import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { createBudgets } from './budget';
import { IN_FLIGHT, LONGEST_WAIT, plan, turnOf, type Entry } from './schedule';

function entry(key: string, change: Partial<Entry> = {}): Entry {
  return {
    key,
    connectionId: 'a',
    dueAt: 0,
    priority: 'due',
    expectedDoneAt: null,
    waitingSince: null,
    ...change,
  };
}

/** Where no budget stands in the way. */
const free = () => createBudgets(() => ({ rate: Infinity, burst: 100 }));

function started(entries: Entry[], now = 0): string[] {
  return plan(entries, free(), now, new Map()).start.map(({ key }) => key);
}

describe('who is asked now', () => {
  it('is nobody before they are due, and says when to look again', () => {
    expect(plan([entry('x', { dueAt: 900 })], createBudgets(), 0, new Map())).toEqual({
      start: [],
      wakeAt: 900,
    });
    expect(plan([], createBudgets(), 0, new Map())).toEqual({ start: [], wakeAt: null });
  });

  it('is who the person asked for, then new tasks, then the earliest expected end', () => {
    const entries = [
      entry('vague'),
      entry('late end', { expectedDoneAt: 9_000 }),
      entry('early end', { expectedDoneAt: 1_000 }),
      entry('new', { priority: 'new' }),
      entry('asked', { priority: 'asked' }),
    ];
    expect(started(entries)).toEqual(['asked', 'new', 'early end', 'late end']);
  });

  it('is who has waited too long, ahead of new tasks', () => {
    const waits = entry('waits', { waitingSince: 0 });
    const fresh = ['1', '2', '3', '4'].map((key) =>
      entry(key, { priority: 'new', dueAt: LONGEST_WAIT + 1 }),
    );
    expect(started([...fresh, waits], LONGEST_WAIT + 1)[0]).toBe('waits');
  });

  it('is at most four at a time on a key, however many keys there are', () => {
    const entries = Array.from({ length: 20 }, (_, n) =>
      entry(String(n), { connectionId: n % 2 ? 'a' : 'b' }),
    );
    const { start, wakeAt } = plan(entries, free(), 0, new Map([['a', 3]]));
    expect(start.filter(({ connectionId }) => connectionId === 'a')).toHaveLength(1);
    expect(start.filter(({ connectionId }) => connectionId === 'b')).toHaveLength(IN_FLIGHT);
    expect(wakeAt).toBeNull();
  });

  it('waits for the budget of a key without holding up another', () => {
    const budgets = createBudgets();
    budgets.limited('a', 7_000, 0);
    const { start, wakeAt } = plan(
      [entry('x'), entry('y', { connectionId: 'b' })],
      budgets,
      0,
      new Map(),
    );
    expect(start).toEqual([{ key: 'y', connectionId: 'b' }]);
    expect(wakeAt).toBe(7_000);
  });
});

describe('five hundred tasks on one key', () => {
  it('are all asked within one turn, in a steady stream', () => {
    const budgets = createBudgets();
    const waiting = new Map(Array.from({ length: 500 }, (_, n) => [String(n), entry(String(n))]));
    let now = 0;
    while (waiting.size > 0) {
      const { start, wakeAt } = plan([...waiting.values()], budgets, now, new Map());
      for (const { key } of start) waiting.delete(key);
      now = start.length > 0 ? now : (wakeAt ?? now + 1);
    }
    expect(now).toBeLessThanOrEqual(turnOf(500, { rate: 4, cost: 1 }));
  });

  it('have a turn that can be told', () => {
    expect(turnOf(500, { rate: 4, cost: 1 })).toBe(125_000);
    expect(turnOf(0, { rate: 4, cost: 1 })).toBe(0);
  });

  it('never starve anyone, whatever the others are', () => {
    const others = fc.array(fc.constantFrom('asked', 'new', 'due'), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(others, (priorities) => {
        const budgets = createBudgets();
        let now = 0;
        for (let turn = 0; turn < 400; turn += 1) {
          // The others are always due again at once, with a nearer end; only the person's own asking goes first.
          const crowd = priorities.map((priority, n) =>
            entry(`${n}-${turn}`, {
              priority: priority === 'asked' ? 'new' : priority,
              dueAt: now,
              expectedDoneAt: now,
            }),
          );
          const { start, wakeAt } = plan(
            [...crowd, entry('patient', { waitingSince: 0 })],
            budgets,
            now,
            new Map(),
          );
          if (start.some(({ key }) => key === 'patient')) break;
          now = start.length > 0 ? now + 1 : (wakeAt ?? now + 1);
        }
        expect(now).toBeLessThanOrEqual(LONGEST_WAIT + 2_000);
      }),
      fc.runs(30),
    );
  });
});

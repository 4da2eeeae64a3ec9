import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { createBudgets, type Budgets } from './budget';
import { LONGEST_WAIT, type Entry } from './due-queue';
import { turnOf } from './limits';
import { createSchedule, IN_FLIGHT, type Schedule } from './schedule';

let order = 0;

function entry(key: string, change: Partial<Entry> = {}): Entry {
  order += 1;
  return {
    key,
    order,
    dueAt: 0,
    priority: 'due',
    expectedDoneAt: null,
    waitingSince: null,
    ...change,
  };
}

/** Where no budget stands in the way. */
const free = () => createBudgets(() => ({ rate: Infinity, burst: 100 }));

function scheduleOf(
  entries: readonly Entry[],
  budgets: Budgets = free(),
  connectionOf: (key: string) => string | null = () => 'a',
): Schedule<Entry> {
  const schedule = createSchedule<Entry>(budgets, connectionOf);
  for (const one of entries) schedule.add(one);
  return schedule;
}

/** What starts in turn, when each look-up ends at once. */
function started(schedule: Schedule<Entry>, now = 0): string[] {
  const { start } = schedule.plan(now);
  for (const { connectionId } of start) schedule.ended(connectionId);
  const keys = start.map(({ entry: { key } }) => key);
  return keys.length === 0 ? [] : [...keys, ...started(schedule, now)];
}

describe('who is asked now', () => {
  it('is nobody before they are due, and says when to look again', () => {
    expect(scheduleOf([entry('x', { dueAt: 900 })], createBudgets()).plan(0)).toEqual({
      start: [],
      wakeAt: 900,
    });
    expect(scheduleOf([]).plan(0)).toEqual({ start: [], wakeAt: null });
  });

  it('is who the person asked for, then new tasks, then the earliest expected end', () => {
    const entries = [
      entry('vague'),
      entry('late end', { expectedDoneAt: 9_000 }),
      entry('early end', { expectedDoneAt: 1_000 }),
      entry('new', { priority: 'new' }),
      entry('asked', { priority: 'asked' }),
    ];
    expect(started(scheduleOf(entries))).toEqual([
      'asked',
      'new',
      'early end',
      'late end',
      'vague',
    ]);
  });

  it('is who has waited too long, ahead of new tasks', () => {
    const waits = entry('waits', { waitingSince: 0 });
    const fresh = ['1', '2', '3', '4'].map((key) =>
      entry(key, { priority: 'new', dueAt: LONGEST_WAIT + 1 }),
    );
    expect(started(scheduleOf([...fresh, waits]), LONGEST_WAIT + 1)[0]).toBe('waits');
  });

  it('is at most four at a time on a key, however many keys there are', () => {
    const entries = Array.from({ length: 20 }, (_, n) => entry(String(n)));
    const schedule = scheduleOf(entries, free(), (key) => (Number(key) % 2 ? 'a' : 'b'));
    const count = (starts: readonly { connectionId: string }[], id: string): number =>
      starts.filter(({ connectionId }) => connectionId === id).length;
    const first = schedule.plan(0);
    expect([count(first.start, 'a'), count(first.start, 'b')]).toEqual([IN_FLIGHT, IN_FLIGHT]);
    expect(first.wakeAt).toBeNull();
    expect(schedule.plan(1).start).toEqual([]);
    schedule.ended('a');
    expect(schedule.plan(2).start.map(({ connectionId }) => connectionId)).toEqual(['a']);
  });

  it('waits for the budget of a key without holding up another', () => {
    const budgets = createBudgets();
    budgets.limited('a', 7_000, 0);
    const schedule = scheduleOf([entry('x'), entry('y')], budgets, (key) =>
      key === 'x' ? 'a' : 'b',
    );
    const { start, wakeAt } = schedule.plan(0);
    expect(start).toMatchObject([{ entry: { key: 'y' }, connectionId: 'b' }]);
    expect(wakeAt).toBe(7_000);
  });

  it('is nobody without a key, and nobody with a key that is no longer theirs', () => {
    const keys = new Map<string, string | null>([
      ['bare', null],
      ['moves', 'a'],
    ]);
    const schedule = scheduleOf(
      [entry('bare'), entry('moves')],
      free(),
      (key) => keys.get(key) ?? null,
    );
    expect([schedule.tasksOf('a'), schedule.tasksOf('b')]).toEqual([1, 0]);
    keys.set('moves', 'b');
    const starts = [schedule.plan(0), schedule.plan(0)].flatMap(({ start }) => start);
    expect(starts).toMatchObject([{ entry: { key: 'moves' }, connectionId: 'b' }]);
  });
});

describe('five hundred tasks on one key', () => {
  it('are all asked within one turn, in a steady stream', () => {
    const schedule = scheduleOf(
      Array.from({ length: 500 }, (_, n) => entry(String(n))),
      createBudgets(),
    );
    let now = 0;
    while (schedule.tasksOf('a') > 0) {
      const { start, wakeAt } = schedule.plan(now);
      for (const { connectionId } of start) schedule.ended(connectionId);
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
        const schedule = scheduleOf([entry('patient', { waitingSince: 0 })], createBudgets());
        let now = 0;
        let crowd: Entry[] = [];
        for (let turn = 0; turn < 400; turn += 1) {
          // The others are always due again at once, with a nearer end; only the person's own asking goes first.
          for (const one of crowd) schedule.remove(one);
          crowd = priorities.map((priority, n) =>
            entry(`${n}-${turn}`, {
              priority: priority === 'asked' ? 'new' : priority,
              dueAt: now,
              expectedDoneAt: now,
            }),
          );
          for (const one of crowd) schedule.add(one);
          const { start, wakeAt } = schedule.plan(now);
          for (const { connectionId } of start) schedule.ended(connectionId);
          if (start.some(({ entry: { key } }) => key === 'patient')) break;
          now = start.length > 0 ? now + 1 : (wakeAt ?? now + 1);
        }
        expect(now).toBeLessThanOrEqual(LONGEST_WAIT + 2_000);
      }),
      fc.runs(30),
    );
  });
});

import { expect, it } from 'vitest';

import { NOW } from '~test/builders';
import * as fc from '~test/properties';
import { ALL, anEnded, DAY, someTasks } from '~/engine/insight/test-ended';
import { insightOf } from '~/engine/insight/insight-of';
import { seenOf } from '~/engine/insight/seen';

import { countOf, sumsOf, type DaySum } from './day-sum';
import { midnightBefore, midnightOf, monthOf } from './midnight';
import { readChunk, writeChunk } from './month-chunk';
import { bytesOfAll, LIMITS, mergePast, NO_PAST, packed, unpacked, type Past } from './past';
import { readPastFile, writePast } from './past-file';

const byMark = (tasks: Past['tasks']): Past['tasks'] => tasks.toSorted((a, b) => a.mark - b.mark);
const inOrder = ({ tasks, sums, foldedTo }: Past): object => ({
  tasks: byMark(tasks),
  sums: sums.map((sum) => JSON.stringify(sum)).toSorted(),
  foldedTo,
});

const somePast: fc.Arbitrary<Past> = fc
  .tuple(someTasks, someTasks, fc.constantFrom(null, 5, 20))
  .map(([tasks, older, days]) => {
    if (days === null) return { ...NO_PAST, tasks };
    const foldedTo = midnightBefore(NOW, days);
    const folded = older.map((task) => ({ ...task, at: Math.min(task.at, foldedTo + DAY / 2) }));
    const sums = new Map<string, DaySum>();
    for (const task of folded) {
      for (const sum of sumsOf(midnightOf(task.at), [task]))
        sums.set(JSON.stringify([sum.since, sum.base, sum.model]), sum);
    }
    return { tasks, sums: [...sums.values()], foldedTo };
  });

it('a month is read as it was written, but for the seconds', () => {
  fc.assert(
    fc.property(someTasks, (tasks) => {
      const since = monthOf(NOW - 40 * DAY);
      const own = tasks.map((task) => ({ ...task, at: since + (task.at % (27 * DAY)) }));
      const near = own.map((task) => ({ ...task, at: task.at - ((task.at - since) % 60_000) }));
      expect(readChunk(structuredClone(writeChunk(since, own)))).toEqual(near);
    }),
  );
});

it('merging two pasts twice changes nothing, and their order does not matter', () => {
  fc.assert(
    fc.property(somePast, somePast, (a, b) => {
      const both = mergePast(a, b);
      expect(inOrder(mergePast(b, a))).toEqual(inOrder(both));
      expect(inOrder(mergePast(both, b))).toEqual(inOrder(both));
      expect(inOrder(mergePast(both, a))).toEqual(inOrder(both));
    }),
    fc.runs(200),
  );
});

it('merging loses no task and counts none twice where nothing is folded', () => {
  fc.assert(
    fc.property(someTasks, someTasks, (a, b) => {
      const both = mergePast({ ...NO_PAST, tasks: a }, { ...NO_PAST, tasks: b });
      const marks = new Set([...a, ...b].map(({ mark }) => mark));
      expect(new Set(both.tasks.map(({ mark }) => mark))).toEqual(marks);
      expect(both.tasks).toHaveLength(marks.size);
    }),
  );
});

it('100,000 tasks of a year take less than 2 MB, and their counts stay when older days are folded', () => {
  const clients = ['North', 'South', 'Harbour', 'Atelier 9', 'Kino'];
  const tasks = Array.from({ length: 100_000 }, (_, n) =>
    anEnded({
      at: NOW - (n % 365) * DAY - (n % 4000) * 2000,
      end: n % 13 === 0 ? 'failed' : 'ready',
      reason: n % 13 === 0 ? 'overload' : null,
      model: `model-${n % 7}`,
      base: `https://api${n % 3}.example.com`,
      tookMs: 60_000 + (n % 400) * 500,
      cost: n % 3 === 0 ? { amount: (n % 50) / 100, unit: 'USD' } : null,
      batch: `batch ${Math.floor(n / 60)} of the year`,
      shot: 1 + (n % 50_000),
      columns: { Client: clients[n % 5] ?? '', Format: n % 2 === 0 ? '16:9' : '9:16' },
    }),
  );
  const stored = packed({ ...NO_PAST, tasks });
  expect(bytesOfAll(stored)).toBeLessThan(2_000_000);
  expect(stored.foldedTo).not.toBeNull();
  const past = unpacked(stored);
  const folded = past.sums.reduce((sum, one) => sum + countOf(one), 0);
  expect(past.tasks.length + folded).toBe(tasks.length);
  const facts = insightOf(seenOf([], past), ALL, NOW);
  expect(facts.total).toBe(tasks.length);
  expect(facts.reasons.failed).toBe(tasks.filter(({ end }) => end === 'failed').length);
});

it('the oldest sums are forgotten beyond what may be stored', () => {
  const sums = Array.from({ length: 4000 }, (_, n) => sumsOf(midnightBefore(NOW, n), [anEnded()]));
  const stored = packed({ ...NO_PAST, sums: sums.flat() });
  expect(bytesOfAll(stored)).toBeLessThanOrEqual(LIMITS.sumBytes + 2);
  expect(stored.sums.length).toBeGreaterThan(700);
  expect(stored.sums.at(-1)?.since).toBe(midnightBefore(NOW, stored.sums.length - 1));
});

it('is the same after a way through a file', () => {
  fc.assert(
    fc.property(somePast, (past) => {
      const stored = unpacked(packed(past));
      const read = readPastFile(JSON.parse(JSON.stringify(writePast(past))));
      expect(read && inOrder(read)).toEqual(inOrder(stored));
    }),
  );
});

it('of a file that anybody may have written only what can be true is read', () => {
  const good = writePast({ ...NO_PAST, tasks: [anEnded({ mark: 5 })] });
  const month = good.months[0] as { words: string };
  const bad = (change: object): unknown => ({ ...good, months: [{ ...month, ...change }] });
  const tasksIn = (value: unknown): number | undefined => readPastFile(value)?.tasks.length;
  expect(tasksIn(good)).toBe(1);
  expect(tasksIn(bad({ marksHigh: [-3] }))).toBe(0);
  expect(tasksIn(bad({ kind: [9] }))).toBe(0);
  expect(tasksIn(bad({ marksLow: 'x' }))).toBe(0);
  expect(tasksIn(bad({ since: 1e300 }))).toBe(0);
  expect(tasksIn(bad({ version: 2 }))).toBe(0);
  const rows = Array.from({ length: 300_000 }, (_, n) => n);
  const many = { marksLow: rows, marksHigh: rows.map(() => 0), kind: rows.map(() => 0) };
  expect(tasksIn(bad(many))).toBe(200_000);
  const key = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';
  const said = (change: object, place: { batch?: string; columns?: object }): string => {
    const [[kind]] = JSON.parse(month.words) as [[object]];
    return JSON.stringify([[{ ...kind, ...change }], [place.batch], [place.columns], []]);
  };
  const keys = said({ model: `with ${key}` }, { batch: key, columns: { [key]: key } });
  expect(tasksIn(bad({ words: keys }))).toBe(1);
  expect(JSON.stringify(readPastFile(bad({ words: keys })))).not.toContain(key);
  expect(tasksIn(bad({ words: said({ base: 'ftp://api.example.com' }, {}) }))).toBe(0);
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (days, more) => {
      for (const value of [
        days,
        { months: [], sums: JSON.stringify([more, days]), foldedTo: null },
        bad({ at: days, amount: more }),
      ]) {
        for (const sum of readPastFile(value)?.sums ?? [])
          expect(countOf(sum)).toBeGreaterThanOrEqual(0);
        for (const task of readPastFile(value)?.tasks ?? []) {
          expect(Number.isFinite(task.at)).toBe(true);
          expect(task.tookMs === null || task.tookMs >= 0).toBe(true);
        }
      }
    }),
  );
});

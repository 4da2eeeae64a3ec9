import { expect, it } from 'vitest';

import { NOW } from '~test/builders';
import { createTestClock, microtasks } from '~test/clock';
import * as fc from '~test/properties';

import { createDriver, type Driver, type DriverOptions, type Next } from './driver';
import { createNaiveDriver } from './test-naive-driver';

/** What happens to a driver, step by step. Times are ms from that moment. */
type Step =
  | { set: number; in: number; priority: Next['priority']; ends: number | null }
  | { drop: number }
  | { rekey: number; to: string | null }
  | { limited: string; for: number | null }
  | { setClock: number }
  | { active: boolean }
  | { wait: number };

const TASKS = 30;
const CONNECTIONS = ['slow', 'fast'];

const task = fc.nat(TASKS - 1);
const set: fc.Arbitrary<Step> = fc.record({
  set: task,
  in: fc.constantFrom(-30_000, 0, 0, 0, 700, 9_000, 40_000),
  priority: fc.constantFrom('asked' as const, 'new' as const, 'due' as const),
  ends: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: null }),
});
const wait: fc.Arbitrary<Step> = fc.record({ wait: fc.integer({ min: 0, max: 9_000 }) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: set },
  { weight: 6, arbitrary: wait },
  { weight: 2, arbitrary: fc.record({ drop: task }) },
  {
    weight: 2,
    arbitrary: fc.record({ rekey: task, to: fc.constantFrom(null, ...CONNECTIONS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      limited: fc.constantFrom(...CONNECTIONS),
      for: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: null }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ setClock: fc.constantFrom(-3_600_000, -900, -5, 5, 60_000) }),
  },
  { weight: 1, arbitrary: fc.record({ active: fc.boolean() }) },
);

it('starts the same look-ups at the same times as if it went through all tasks at each', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 80, size: 'max' }),
      async (history) => {
        const real = await replay(createDriver, history);
        const naive = await replay(createNaiveDriver, history);
        expect(real).toEqual(naive);
      },
    ),
    fc.runs(60),
  );
}, 60_000);

/** What a driver started, by connection, and what it said of its crowds after each step. */
async function replay(
  create: (options: DriverOptions) => Driver,
  history: readonly Step[],
): Promise<{ asked: Record<string, string[]>; turns: number[][] }> {
  const clock = createTestClock(NOW, microtasks);
  let offset = 0;
  const now = (): number => clock.now() + offset;
  const connections = new Map<string, string | null>();
  const asked: Record<string, string[]> = { slow: [], fast: [] };
  const times = new Map<string, number>();
  const turns: number[][] = [];
  let active = true;
  const driver = create({
    now,
    // Whole milliseconds, as a browser's.
    timers: { after: (delay, run) => clock.timers.after(Math.ceil(delay), run) },
    connectionOf: (key) => connections.get(key) ?? (connections.has(key) ? null : 'slow'),
    limitsOf: (id) => (id === 'slow' ? { rate: 1, burst: 2 } : { rate: 8, burst: 3 }),
    ask(key, connectionId, signal) {
      asked[connectionId]?.push(`${clock.now()} ${key}`);
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        // As different as answers are, and the same for both drivers.
        const lot = (Number(key) * 7 + time * 13) % 11;
        clock.timers.after(lot * 150, () => {
          if (lot === 3) return reject(new Error('a bug'));
          const dueAt = lot === 5 ? null : now() + lot * 1_100;
          resolve({ dueAt, priority: 'due', expectedDoneAt: lot % 2 ? now() + lot * 900 : null });
        });
      });
    },
  });
  driver.setActive(true);
  for (const one of history) {
    if ('set' in one) {
      const { priority, ends } = one;
      const expectedDoneAt = ends === null ? null : now() + ends;
      driver.set(String(one.set), { dueAt: now() + one.in, priority, expectedDoneAt });
    } else if ('drop' in one) driver.drop(String(one.drop));
    else if ('rekey' in one) {
      connections.set(String(one.rekey), one.to);
      driver.wake();
    } else if ('limited' in one) driver.budgets.limited(one.limited, one.for, now());
    else if ('setClock' in one) offset += one.setClock;
    else if ('active' in one) driver.setActive((active = one.active));
    else await clock.advance(one.wait);
    // The naive driver counts when it checks.
    if ('wait' in one && active) turns.push(CONNECTIONS.map((id) => driver.turnMs(id)));
  }
  await clock.advance(120_000);
  return { asked, turns };
}

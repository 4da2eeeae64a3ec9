// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { refKey } from '~/core/answer';
import { isTerminal } from '~/core/task';
import { createTestClock } from '~test/clock';

import { createEngine } from './create-engine';
import type { Engine } from './engine';
import { testParts } from './test-parts';
import { answerOf, lifeOf, type Life } from './test-service';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 23);
const BASES = ['https://a.test', 'https://b.test'] as const;
const KEYS = ['one', 'two', 'three', 'four'].map((name) => `sk-${name}-1234567890abcd`);
/** A batch every 24 minutes, 2,000 tasks in 24 hours; now and then somebody pastes sixty. */
const BATCHES = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 60 : 20));
const TASKS = 2000;
/** Cards are taken off the board so long after their end was seen. */
const KEPT = HOUR / 2;

/** Minutes after the batch of this number (of every ten) between which every look-up with the key meets trouble. */
const TROUBLES = [
  { batch: 1, from: 2, to: 12, key: null, meets: 'broken' },
  { batch: 2, from: 1, to: 9, key: 2, meets: 'limited' },
  { batch: 3, from: 2, to: 20, key: null, meets: 'unreachable' },
  { batch: 4, from: 0, to: 5, key: 0, meets: 'garbled' },
  { batch: 5, from: 1, to: 4, key: null, meets: 'offline' },
] as const;
/** The computer sleeps for half an hour; the clock is set back by a quarter of an hour, two minutes after a batch. */
const SLEEP = { batch: 6, by: HOUR / 2 };
const SET_BACK = { batch: 8, by: -HOUR / 4 };
/** Batches (of every ten) that meet none of it. */
const CALM = [0, 7, 9];

/** Nothing is answered: one task of each service finds out when that ends. */
const OUTAGES: readonly Trouble['meets'][] = ['broken', 'unreachable'];
const OUT_SECONDS =
  (BATCHES.length / 10) *
  TROUBLES.filter(({ meets }) => OUTAGES.includes(meets)).reduce(
    (sum, { from, to }) => sum + (to - from) * 60,
    0,
  );

type Trouble = (typeof TROUBLES)[number];

let engine: Engine | null = null;
afterEach(() => {
  engine?.stop();
  vi.restoreAllMocks();
});

describe('a day of tasks over four keys, with faults', () => {
  it('loses none, asks politely, and holds no more at its end than in the morning', async () => {
    const clock = createTestClock(START);
    let slept = 0;
    let setBack = 0;
    /** What really is, and what the computer's clock says. */
    const real = (): number => clock.now() + slept;
    const now = (): number => real() + setBack;
    let trouble: Trouble | undefined;
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    // The time limit of a look-up runs by the real clock, which a simulated day does not move: half a minute of
    // limits would pile up. No answer here is ever late.
    AbortSignal.timeout = () => new AbortController().signal;
    const lives = new Map<string, Life>();
    const asked: { at: number; key: number; isOut: boolean }[] = [];

    const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const url = new URL(input instanceof Request ? input.url : input);
      const id = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
      const bearer = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
      const key = KEYS.indexOf(bearer);
      asked.push({
        at: real(),
        key,
        isOut: trouble !== undefined && OUTAGES.includes(trouble.meets),
      });
      return answerOf(
        id,
        lives.get(id),
        trouble?.key === null || trouble?.key === key ? trouble.meets : null,
        real(),
      );
    };

    const parts = testParts('soak', { now, timers: clock.timers });
    const { state } = parts;
    await parts.vault.load([]);
    const started = createEngine({ ...parts, fetch });
    engine = started;

    const ended = new Map<string, { at: number; state: string }>();
    state.answers.subscribe(({ ref: { taskId: id }, after: { task } }) => {
      if (task && isTerminal(task.state) && !ended.has(id))
        ended.set(id, { at: real(), state: task.state });
    });

    const tidy = (): void => {
      const old = [...state.tracked.getState().tasks.values()].filter(
        ({ taskId }) => real() - (ended.get(taskId)?.at ?? Infinity) > KEPT,
      );
      started.remove(old.map(refKey));
    };
    const connect = (on: boolean): void => {
      online.mockReturnValue(on);
      window.dispatchEvent(new Event(on ? 'online' : 'offline'));
    };
    /** The time until the next batch, with what happens in it. */
    const live = async (index: number): Promise<void> => {
      const until = clock.now() + 24 * MINUTE;
      const coming = TROUBLES.find(({ batch }) => batch === index % 10);
      if (coming) {
        await clock.advance(coming.from * MINUTE);
        trouble = coming;
        if (coming.meets === 'offline') connect(false);
        await clock.advance((coming.to - coming.from) * MINUTE);
        trouble = undefined;
        if (coming.meets === 'offline') connect(true);
      }
      await clock.advance(2 * MINUTE);
      if (index % 10 === SLEEP.batch) slept += SLEEP.by;
      if (index % 10 === SET_BACK.batch) setBack += SET_BACK.by;
      await clock.advance(until - clock.now());
    };

    let morning = 0;
    let added = 0;
    for (const [index, size] of BATCHES.entries()) {
      const ids = Array.from({ length: size }, (_, place) => `video_${index}_${place}`);
      for (const id of ids) lives.set(id, { startAt: real(), ...lifeOf(added++) });
      await started.add({
        base: BASES[index % 2] ?? BASES[0],
        keys: [KEYS[index % 4] ?? ''],
        keep: 'tab',
        tasks: ids.map((taskId) => ({ taskId, label: null })),
        batch: null,
      });
      await live(index);
      tidy();
      if (index === Math.floor(BATCHES.length / 4)) morning = await heap();
    }
    await clock.advance(2 * HOUR);
    tidy();
    await clock.advance(MINUTE);

    // No lost task: every one was seen to end, as it ended.
    expect(added).toBe(TASKS);
    expect(ended.size).toBe(TASKS);
    for (const [id, { state: seen }] of ended) {
      expect(seen).toBe(lives.get(id)?.fails ? 'failed' : 'completed');
    }
    const delays = (batches: readonly number[]): number[] =>
      [...ended]
        .filter(([id]) => batches.includes(Number(id.split('_')[1]) % 10))
        .map(([id, { at }]) => at - (lives.get(id)!.startAt + lives.get(id)!.runMs))
        .toSorted((one, two) => one - two);
    const calm = delays(CALM);
    expect(calm[Math.floor(calm.length / 2)]).toBeLessThan(2000);
    expect(calm.at(-1)).toBeLessThan(MINUTE);
    // The worst is to finish just before half an hour of sleep.
    expect(delays(BATCHES.map((_, index) => index % 10)).at(-1)).toBeLessThan(40 * MINUTE);
    const inOutages = asked.filter(({ isOut }) => isOut).length;
    expect((asked.length - inOutages) / added).toBeLessThan(10);
    expect(inOutages / OUT_SECONDS / BASES.length).toBeLessThan(1.2);
    expect(peakPerSecond(asked)).toBeLessThanOrEqual(5);

    // Flat memory: nothing is left of what is gone.
    const left = state.tracked.getState().tasks.size;
    expect(left).toBe(0);
    expect(state.answers.client.getQueryCache().getAll()).toHaveLength(left);
    expect(state.connections.getState().connections.size).toBe(4);
    const growth = (await heap()) - morning;
    expect(growth).toBeLessThan(10e6);
  }, 600_000);
});

function peakPerSecond(asked: readonly { at: number; key: number }[]): number {
  let most = 0;
  for (const key of KEYS.keys()) {
    const times = asked.filter((one) => one.key === key).map(({ at }) => at);
    let first = 0;
    for (const [index, at] of times.entries()) {
      while ((times[first] ?? at) <= at - 1000) first += 1;
      most = Math.max(most, index - first + 1);
    }
  }
  return most;
}

/** Bytes in use after a thorough clearing out. */
async function heap(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const clear = runInNewContext('gc') as () => void;
  // What waits to be written is written a quarter of a second later.
  await new Promise((resolve) => {
    setTimeout(resolve, 400);
  });
  clear();
  clear();
  return process.memoryUsage().heapUsed;
}

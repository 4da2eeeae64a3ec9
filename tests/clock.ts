import type { Timers } from '~/platform/timers';

/** A clock that stands still until it is told to go on: time in tests is an argument, never a wait. */
export interface TestClock {
  now: () => number;
  timers: Timers;
  /** Goes on by `ms`, firing every timer in its order and letting all promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Somebody sets it, or the computer slept: it shows another time from now on, and timers go on as before. */
  set(byMs: number): void;
}

/** `settle` lets what is promised come true, between two timers. */
export function createTestClock(start = 1_000_000, settle = turns): TestClock {
  let at = start;
  /** What the clock shows beside the time that has passed. */
  let shift = 0;
  let last = 0;
  const waiting = new Map<number, { due: number; run: () => void }>();
  const earliest = (): [number, { due: number; run: () => void }] | undefined =>
    [...waiting].toSorted(([a, one], [b, two]) => one.due - two.due || a - b)[0];
  return {
    now: () => at + shift,
    set(byMs) {
      shift += byMs;
    },
    timers: {
      after(delayMs, run) {
        const id = ++last;
        waiting.set(id, { due: at + Math.max(0, delayMs), run });
        return () => waiting.delete(id);
      },
    },
    async advance(ms) {
      const end = at + ms;
      await settle();
      for (;;) {
        const next = earliest();
        if (!next || next[1].due > end) break;
        waiting.delete(next[0]);
        at = Math.max(at, next[1].due);
        next[1].run();
        await settle();
      }
      at = end;
    },
  };
}

/** Lets what is promised come true: a turn of the event loop runs every microtask, a few turns run their followers. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** Enough for promises among themselves, and much faster than turns of the event loop. */
export async function microtasks(): Promise<void> {
  for (let step = 0; step < 20; step += 1) await Promise.resolve();
}

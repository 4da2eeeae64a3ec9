// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { running, start } from './test-engine';

const MINUTE = 60_000;
const tooMany = {
  status: 429,
  body: { error: { message: 'Too many requests' } },
  retryAfter: '30',
};
const healthy = Array.from({ length: 12 }, (_, index) => `video_${index}`);

/** The times between two look-ups of a task, in ms. */
const gaps = (asked: readonly { id: string; at: number }[], id: string): number[] => {
  const times = asked.filter((one) => one.id === id).map(({ at }) => at);
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
};
const mean = (all: readonly number[]): number =>
  all.reduce((sum, one) => sum + one, 0) / all.length;

describe('a task that alone is answered with 429', () => {
  it('holds up no other on its key by more than a second or two', async () => {
    const follow = async (ids: readonly string[]) => {
      const page = await start((id) => (id === 'refused' ? tooMany : running));
      await page.add([...ids]);
      await page.clock.advance(4 * MINUTE);
      // Another page of this browser would hear of all this.
      page.engine.stop();
      return page;
    };
    const without = await follow(healthy);
    const alone = await follow([...healthy, 'refused']);

    const late = healthy.map((id) => mean(gaps(alone.asked, id)) - mean(gaps(without.asked, id)));
    expect(mean(late)).toBeLessThan(1500);
    const longest = (asked: typeof alone.asked): number =>
      Math.max(...healthy.flatMap((id) => gaps(asked, id)));
    expect(longest(alone.asked)).toBeLessThan(longest(without.asked) + 3000);
  });

  it('waits itself, as long as it was told', async () => {
    const { clock, add, asked } = await start((id) => (id === 'refused' ? tooMany : running));
    await add([...healthy, 'refused']);
    await clock.advance(2 * MINUTE);
    expect(Math.min(...gaps(asked, 'refused'))).toBeGreaterThanOrEqual(30_000);
  });

  it('is answered as soon as it may be', async () => {
    let isOver = false;
    const { clock, add, answer } = await start((id) =>
      id === 'refused' && !isOver ? tooMany : running,
    );
    await add([...healthy, 'refused']);
    await clock.advance(MINUTE);
    isOver = true;
    await clock.advance(35_000);
    expect(answer('refused')).toMatchObject({ problem: null, task: { state: 'running' } });
  });
});

describe('a key that asks too often', () => {
  /** Answers this many a second, strictly or so that some get through that should not. */
  const limitedTo = (perSecond: number, isStrict: boolean) => {
    const times: number[] = [];
    let clock = { now: () => 0 };
    const refusals: number[] = [];
    return {
      refusals,
      keepTime: (of: typeof clock) => void (clock = of),
      answer: () => {
        const now = clock.now();
        const lately = times.filter((at) => now - at < 1000).length;
        const isOver = lately >= perSecond;
        if (isStrict || !isOver) times.push(now);
        if (isOver) refusals.push(now);
        return isOver ? { ...tooMany, retryAfter: '3' } : running;
      },
    };
  };

  it.each([true, false])('slows down, however the limit is counted (%s)', async (isStrict) => {
    const limit = limitedTo(2, isStrict);
    const { clock, add, asked } = await start(limit.answer);
    limit.keepTime(clock);
    await add(Array.from({ length: 40 }, (_, index) => `video_${index}`));
    await clock.advance(4 * MINUTE);
    const last = (times: readonly number[]): number =>
      times.filter((at) => at > clock.now() - 2 * MINUTE).length;
    expect(last(limit.refusals) / last(asked.map(({ at }) => at))).toBeLessThan(0.05);
  });
});

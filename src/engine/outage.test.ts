// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { running, start } from './test-engine';

const SECOND = 1000;
const down = { status: 503, body: { error: { message: 'Service unavailable' } } };
const ids = Array.from({ length: 20 }, (_, index) => `video_${index}`);

/** What nothing says: no connection, or a proxy that has nobody behind it. */
const OUTAGES = { 'that cannot be reached': null, 'whose proxy says 503': down };

describe.each(Object.entries(OUTAGES))('a service %s', (_, outage) => {
  it.each([40, 60, 600, 3600])(
    'for %i s, is asked about every task within 5 s of its return',
    async (s) => {
      let isDown = false;
      const { clock, add, asked, answer } = await start(() => (isDown ? outage : running));
      await add(ids);
      await clock.advance(20 * SECOND);
      isDown = true;
      await clock.advance(s * SECOND);
      isDown = false;
      const back = clock.now();
      // Within less than a minute not every task was due.
      const waiting = ids.filter((id) => answer(id).problem !== null);
      expect(waiting.length).toBeGreaterThan(5);
      await clock.advance(5 * SECOND);
      const after = asked.filter(({ at }) => at >= back);
      expect(after[0]?.at).toBeLessThanOrEqual(back + SECOND);
      const found = new Set(after.map(({ id }) => id));
      expect(waiting.filter((id) => !found.has(id))).toEqual([]);
    },
  );

  it('is asked about once a second by one task, and ever more seldom by the others', async () => {
    let isDown = false;
    const { clock, add, asked } = await start(() => (isDown ? outage : running));
    await add(ids);
    isDown = true;
    await clock.advance(300 * SECOND);
    const before = asked.length;
    await clock.advance(300 * SECOND);
    expect(asked.length - before).toBeLessThan(340 + 19 * 5);
  });

  it('that never answered since the page was opened, is asked ever more seldom by all', async () => {
    const { clock, add, asked } = await start(() => outage);
    await add(ids);
    await clock.advance(300 * SECOND);
    const before = asked.length;
    await clock.advance(300 * SECOND);
    // The one that finds out every 2.5 to 5 s, the others about every 95 s.
    expect(asked.length - before).toBeLessThan(120 + 19 * 5);
  });
});

describe('tasks that fail while others are answered', () => {
  it.each([2, 9])('are asked more and more seldom (%i of 10)', async (many) => {
    const bad = new Set(ids.slice(0, many));
    const { clock, add, asked } = await start((id) => (bad.has(id) ? down : running));
    await add(ids.slice(0, 10));
    await clock.advance(400 * SECOND);
    for (const id of bad) expect(asked.filter((one) => one.id === id).length).toBeLessThan(14);
  });
});

describe('a single task', () => {
  it('finds out soon when its service can be reached again', async () => {
    let isDown = true;
    const { clock, add, answer } = await start(() => (isDown ? null : running));
    await add(['video_0']);
    await clock.advance(60 * SECOND);
    isDown = false;
    await clock.advance(2 * SECOND);
    expect(answer('video_0').task?.state).toBe('running');
  });
});

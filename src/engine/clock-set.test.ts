// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { running, start as startAt } from './test-engine';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const MONDAY = Date.UTC(2026, 0, 5, 9);
const start = (service: Parameters<typeof startAt>[0]) => startAt(service, undefined, MONDAY);
const ids = Array.from({ length: 6 }, (_, index) => `video_${index}`);
const tooMany = { status: 429, body: { error: { message: 'Too many requests' } } };

const SET = {
  'an hour back': -HOUR,
  'a day back': -24 * HOUR,
  'a second back': -SECOND,
  'eight hours on, as after sleep': 8 * HOUR,
  'a year on': 365 * 24 * HOUR,
};

describe.each(Object.entries(SET))('a clock that is set %s', (_, by) => {
  it('neither stops look-ups nor makes them many', async () => {
    const { clock, add, asked } = await start(() => running);
    await add(ids);
    await clock.advance(2 * MINUTE);
    const usual = asked.length;
    clock.set(by);
    await clock.advance(2 * MINUTE);
    const after = asked.length - usual;
    expect(new Set(asked.slice(usual).map(({ id }) => id)).size).toBe(ids.length);
    expect(after).toBeLessThan(2 * usual);
  });

  it('shows no next look-up that is further away than any is', async () => {
    const { clock, add, answer } = await start(() => running);
    await add(ids);
    await clock.advance(2 * MINUTE);
    clock.set(by);
    await clock.advance(MINUTE);
    for (const id of ids) expect(answer(id).nextAt ?? 0).toBeLessThan(clock.now() + 2 * MINUTE);
  });

  it('keeps no key waiting longer than it was told to', async () => {
    let isLimited = true;
    const { clock, add, asked } = await start(() =>
      isLimited ? { ...tooMany, retryAfter: '20' } : running,
    );
    await add(ids);
    await clock.advance(5 * SECOND);
    clock.set(by);
    isLimited = false;
    const before = asked.length;
    await clock.advance(90 * SECOND);
    expect(new Set(asked.slice(before).map(({ id }) => id)).size).toBe(ids.length);
  });
});

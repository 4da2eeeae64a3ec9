// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';

import { BY_RELAY } from '~/core/connection';

import { running, start } from './test-engine';

const MINUTE = 60_000;
const busy = {
  status: 429,
  body: { error: { code: 'rate_limited' } },
  retryAfter: '2',
  headers: { 'rushes-relay': 'busy' },
};
const ids = Array.from({ length: 12 }, (_, index) => `video_${index}`);

/** A page that watches these tasks through a relay, opened so many ms after the others. */
async function page(refused: string | null, later = 0) {
  const started = await start((id) => (id === refused ? busy : running));
  const { clock, engine, asked } = started;
  await clock.advance(later);
  await engine.add({
    base: 'https://page.test/relay/one',
    keys: [BY_RELAY],
    keep: 'tab',
    tasks: ids.map((taskId) => ({ taskId, label: null })),
    batch: null,
  });
  await clock.advance(3 * MINUTE - later);
  // They are those of different people: no page hears of another.
  engine.stop();
  const momentsOf = (id: string): number[] =>
    asked.filter((one) => one.id === id).map(({ at }) => Math.round(at / 1000));
  return { ...started, momentsOf };
}

test('pages that were opened at different times ask about a task at the same moments', async () => {
  const [one, other] = [await page(null), await page(null, 4_300)];
  for (const id of ids) {
    const late = one.momentsOf(id).slice(-2);
    expect(late).toHaveLength(2);
    expect(other.momentsOf(id)).toEqual(expect.arrayContaining(late));
  }
});

test('a relay that is busy holds up only the task that it was asked about', async () => {
  const [calm, held] = [await page(null), await page('video_3')];
  const others = ids.filter((id) => id !== 'video_3');
  expect(others.map((id) => held.momentsOf(id).length)).toEqual(
    others.map((id) => calm.momentsOf(id).length),
  );
  const moments = held.momentsOf('video_3');
  const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? at));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
});

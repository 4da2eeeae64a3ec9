// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';

import { mergeAnswer } from '~/engine/answers/merge-answer';

import { BASE, GOOD, running, start } from './test-engine';

const toAdd = (...ids: string[]) => ({
  base: BASE,
  keys: [GOOD],
  keep: 'tab' as const,
  tasks: ids.map((taskId) => ({ taskId, label: null })),
  batch: null,
});
/** As a browser tells it: nothing but that it failed. */
const closed = { down: true };
const network = { kind: 'network', message: null, httpStatus: null, retryAfterMs: null } as const;

function unreachable() {
  closed.down = true;
  return start(() => (closed.down ? null : running));
}

test.each(['relay', 'secure-address'] as const)(
  'what a first check found (%s) stands on every card, not only “no network”',
  async (wants) => {
    const { engine, answer, clock } = await unreachable();
    await engine.add({ ...toAdd('a', 'b'), wants });
    expect(answer('a').problem).toEqual({ ...network, wants });
    await clock.advance(20_000);
    expect(answer('b')).toMatchObject({
      problem: { ...network, wants },
      problemSince: expect.any(Number) as number,
    });
    expect(answer('b').problemCount).toBeGreaterThan(1);
    // Tasks of that service that are added later, with the key it has by now, are not checked first.
    await engine.add(toAdd('c'));
    await clock.advance(1000);
    expect(answer('c').problem).toEqual({ ...network, wants });
  },
);

test('it is gone with the first readable answer', async () => {
  const { engine, answer, clock } = await unreachable();
  await engine.add({ ...toAdd('a'), wants: 'relay' });
  await clock.advance(1000);
  closed.down = false;
  await clock.advance(60_000);
  expect(answer('a').problem).toBeNull();
  closed.down = true;
  await clock.advance(60_000);
  expect(answer('a').problem).toEqual(network);
});

test('a service about which nothing was found is only not reached', async () => {
  const { engine, answer, clock } = await unreachable();
  await engine.add(toAdd('a'));
  await clock.advance(1000);
  expect(answer('a').problem).toEqual(network);
});

test('a look-up that took too long does not unlearn it', () => {
  const before = { ...network, wants: 'relay' } as const;
  const known = { task: null, problem: before, problemCount: 3 };
  const after = mergeAnswer(
    {
      ...known,
      problemSince: 1,
      askedAt: 1,
      answeredAt: null,
      nextAt: null,
      sightings: [],
      raw: null,
    },
    { problem: { ...network, kind: 'timeout' } },
    null,
    2,
  );
  expect(after.problem).toEqual({ ...network, kind: 'timeout', wants: 'relay' });
});

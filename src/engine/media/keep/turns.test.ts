import { expect, test } from 'vitest';

import { oneAtATime } from './turns';

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('a call during a run leads to another run, and never two go at a time', async () => {
  const ends: (() => void)[] = [];
  let at = 0;
  let most = 0;
  const look = oneAtATime(
    async () => {
      most = Math.max(most, ++at);
      await new Promise<void>((resolve) => ends.push(resolve));
      at -= 1;
    },
    () => () => {},
  );
  look();
  look();
  look();
  ends[0]?.();
  await soon();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await soon();
  expect([ends.length, most]).toEqual([2, 1]);
});

test('what was planned for the rest is given up with the next run', async () => {
  const told: string[] = [];
  const look = oneAtATime(
    async () => void told.push('run'),
    () => {
      told.push('rest');
      return () => told.push('up');
    },
  );
  look();
  await soon();
  look();
  await soon();
  expect(told).toEqual(['run', 'rest', 'up', 'run', 'rest']);
});

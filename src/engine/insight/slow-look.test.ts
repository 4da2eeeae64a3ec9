import { expect, it } from 'vitest';

import { NOW } from '~test/builders';

import type { EndedTask } from './ended-task';
import { NO_PAST } from './past/past';
import { createSlowLook } from './slow-look';
import { slowName } from './slow-today';
import { anEnded, BASE, DAY, MINUTE } from './test-ended';

const SORA = slowName({ base: BASE }, 'sora-2');
const past = Array.from({ length: 24 }, (_, n) =>
  anEnded({ at: NOW - (1 + (n % 6)) * DAY, tookMs: (2 + (n % 3)) * MINUTE }),
);
const today = Array.from({ length: 6 }, () => anEnded({ tookMs: 9 * MINUTE }));

/** A page whose board has these tasks, and a store in which tasks are kept. */
function aPage(board: readonly EndedTask[], kept: readonly EndedTask[]) {
  const page = { board, kept, reads: 0 };
  const look = createSlowLook(
    () => page.board,
    async () => {
      page.reads += 1;
      return { ...NO_PAST, tasks: page.kept };
    },
  );
  return Object.assign(page, { look });
}

it('judges today by tasks whose cards were removed, too', async () => {
  expect(await aPage(today, []).look(NOW)).toEqual([]);
  expect(await aPage(today, past).look(NOW)).toEqual([SORA]);
  // Also of today: three were removed.
  expect(await aPage(today.slice(3), [...past, ...today.slice(0, 3)]).look(NOW)).toEqual([SORA]);
});

it('counts a task once that is on the board and kept', async () => {
  // Of four nothing is said.
  const four = today.slice(0, 4);
  expect(await aPage(four, [...past, ...four]).look(NOW)).toEqual([]);
});

it('reads what is kept once, and anew when cards have gone, until it is surely there', async () => {
  const page = aPage([...today, ...past], []);
  expect(await page.look(NOW)).toEqual([SORA]);
  await page.look(NOW + MINUTE);
  expect(page.reads).toBe(1);
  page.board = today;
  // Not kept yet.
  expect(await page.look(NOW + 2 * MINUTE)).toEqual([]);
  page.kept = past;
  expect(await page.look(NOW + 3 * MINUTE)).toEqual([SORA]);
  await page.look(NOW + 4 * MINUTE);
  expect(page.reads).toBe(3);
});

it('does not count what is older than what is usual', async () => {
  const old = past.map((task) => ({ ...task, at: task.at - 20 * DAY }));
  expect(await aPage(today, old).look(NOW)).toEqual([]);
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { aBoard, renderOn, type TestBoard } from '~test/board';

import { Search } from './Search';

let board: TestBoard;
beforeEach(() => {
  history.replaceState(null, '', '#/');
  board = aBoard([]);
});
afterEach(() => {
  cleanup();
  board.stop();
});

async function search(): Promise<number> {
  const before = history.length;
  renderOn(board, <Search />);
  await userEvent.type(screen.getByRole('searchbox'), 'sea');
  expect(location.hash).toBe('#/?q=sea');
  return history.length - before;
}

test('a search on the board leaves no steps for Back', async () => {
  expect(await search()).toBe(0);
});

test.each([
  ['an open task', '#/task/https%3A%2F%2Fa.test/x'],
  ['a comparison', '#/compare/https%3A%2F%2Fa.test/x/https%3A%2F%2Fa.test/y'],
])('a search that closes %s leaves one step, back to it', async (_name, hash) => {
  history.replaceState(null, '', hash);
  expect(await search()).toBe(1);
});

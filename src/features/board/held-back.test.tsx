// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

import { refKey } from '~/core/answer';
import { boardIndexOf } from '~/engine/answers/board-index';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { heldBack, useHeldBack } from './held-back';

const one = aTracked({ taskId: 'task_1' });
const two = aTracked({ taskId: 'task_2' });
const three = aTracked({ taskId: 'task_3' });
const [a, b, c] = [refKey(one), refKey(two), refKey(three)];
const video = { kind: 'link', url: 'https://cdn.test/a.mp4' } as const;
const done = anAnswer({ state: 'completed', video });

let board: TestBoard;
const still = { drawn: [a, b, c], held: true };
const grid = createStore(() => ({ ...still, wanted: [a, b, c], held: false }));
const show = vi.fn<() => void>();

function Grid() {
  const { drawn, wanted, held } = useStore(grid);
  const isElsewhere = drawn === wanted ? null : (key: string, at: number) => drawn[at] !== key;
  useHeldBack(wanted, isElsewhere, held, show);
  return null;
}

afterEach(() => {
  cleanup();
  board.stop();
});

test('a grid that holds still tells what has finished and would be elsewhere, until it moves', async () => {
  board = aBoard([
    [one, done],
    [two, anAnswer({ state: 'running' })],
    [three, anAnswer({ state: 'running' })],
  ]);
  const { unmount } = renderOn(board, <Grid />);
  act(() => grid.setState({ ...still, wanted: [b, a, c] }));
  expect(heldBack.getState().n).toBe(0);
  const index = boardIndexOf(board.engine);
  index.subscribe(() => undefined);
  board.answer(three, done);
  await vi.waitFor(() => expect(index.card(c)?.standing).toBe('ready'));
  act(() => grid.setState({ ...still, wanted: [c, a, b] }));
  expect(heldBack.getState().n).toBe(1);
  act(() => heldBack.getState().show());
  expect(show).toHaveBeenCalledTimes(1);
  const shown = [c, a, b];
  act(() => grid.setState({ drawn: shown, wanted: shown, held: true }));
  expect(heldBack.getState().n).toBe(0);
  unmount();
  expect(heldBack.getState().n).toBe(0);
});

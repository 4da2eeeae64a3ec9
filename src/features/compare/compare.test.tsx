// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';
import { changeView, useView } from '~/address/use-view';
import { DEFAULT_COMPARISON } from '~/address/comparison';
import { refKey } from '~/core/answer';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { Compare } from './compare';

const VIDEO = { kind: 'link', url: 'https://cdn.test/a.mp4' } as const;
const take = (name: string) => aTracked({ taskId: name, label: name });
const [ONE, TWO, THREE] = [take('one'), take('two'), take('three')];

let board: TestBoard;
afterEach(() => {
  cleanup();
  board.stop();
  dialogs.setState({ open: [] });
});

/** Opens a link to these three on a board that has some of them. */
function show(known: readonly ReturnType<typeof take>[], sound = 1): void {
  const videos = [ONE, TWO, THREE].map(({ base, taskId }) => ({ base, taskId }));
  changeView({ screen: { kind: 'compare', comparison: { ...DEFAULT_COMPARISON, videos, sound } } });
  board = aBoard(
    known.map((one) => [one, anAnswer({ state: 'completed', video: VIDEO })] as const),
  );
  renderOn(board, <Shown />);
}

function Shown() {
  const { screen: open } = useView();
  return open.kind === 'compare' ? <Compare comparison={open.comparison} /> : null;
}

const names = () => screen.getAllByRole('article').map((one) => one.getAttribute('aria-label'));
const move = (n: number, to: number) =>
  screen.getByRole('button', { name: `Take ${n}: move to place ${to}` });

test('the player has the focus, so that Space plays', async () => {
  show([ONE, TWO, THREE]);
  const player = screen.getByRole('region', { name: 'Comparison' });
  await vi.waitFor(() => expect(document.activeElement).toBe(player));
});

test('the shot that all are takes of is named, and none where they are of several', () => {
  const [one, two] = [ONE, TWO].map((task) => ({ ...task, shot: 'SH010 Harbour' }));
  show([one!, two!]);
  expect(screen.getByText('SH010 Harbour')).toBeTruthy();
  cleanup();
  board.stop();
  show([one!, { ...TWO, shot: 'SH020 Tea house' }]);
  expect(screen.queryByText('SH010 Harbour')).toBeNull();
});

test('a take is moved by its number, and what is heard stays heard', async () => {
  show([ONE, TWO, THREE], 3);
  await userEvent.click(move(1, 2));
  expect(names()).toEqual(['two', 'one', 'three']);
  move(1, 2).focus();
  await userEvent.keyboard('3');
  expect(names()).toEqual(['three', 'one', 'two']);
  expect(location.hash).not.toContain('sound');
  await userEvent.keyboard('4');
  expect(names()).toEqual(['three', 'one', 'two']);
});

test('P picks the take that has the focus, or else the one that is heard', async () => {
  show([ONE, TWO, THREE], 2);
  const picked = () =>
    [ONE, TWO, THREE]
      .filter((one) => board.engine.tracked.getState().tasks.get(refKey(one))?.pickedAt != null)
      .map(({ taskId }) => taskId);
  await userEvent.keyboard('p');
  expect(picked()).toEqual(['two']);
  move(3, 1).focus();
  await userEvent.keyboard('p');
  expect(picked()).toEqual(['two', 'three']);
});

test('a link to tasks that are not here says so and offers the form with their ids, but no service', async () => {
  show([]);
  expect(screen.getByRole('heading', { name: 'These takes are not in this browser' })).toBeTruthy();
  expect(screen.getByText(/compares 3 takes of api\.example\.com/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Choose takes' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Add tasks' }));
  expect(dialogs.getState().open).toEqual([{ kind: 'add', text: 'one\ntwo\nthree' }]);
});

test('where some of them are here, the others are offered beside them', async () => {
  show([TWO]);
  expect(names()).toEqual(['two']);
  expect(screen.getByText('2 of the 3 takes in this link are not in this browser.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Add tasks' }));
  expect(dialogs.getState().open).toEqual([{ kind: 'add', text: 'one\nthree' }]);
});

test('nothing is said to be missing while the rest of a large board is read', () => {
  show([TWO]);
  board.engine.tracked.setState({ isWhole: false });
  cleanup();
  renderOn(board, <Shown />);
  expect(screen.queryByText(/not in this browser/)).toBeNull();
});

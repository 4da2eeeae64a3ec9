// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { changeView, useView } from '~/address/use-view';
import type { Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { BOARD_INTERVAL } from '~/engine/answers/board-index';
import { prefs } from '~/prefs/prefs';
import { useGrouping } from '~/task-view/grouping';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { GroupedGrid } from './grouped-grid';
import { heldBack } from './held-back';

const take = (n: number, shot: string | null) =>
  aTracked({ taskId: `task_${n}`, shot, label: `${shot ?? 'loose'}, take ${n}`, addedAt: n });
const ONE = take(1, 'SH10 Boat');
const TWO = take(2, 'SH10 Boat');
const THREE = take(3, 'SH2 Tea');
const LOOSE = take(4, null);
const READY = anAnswer({
  state: 'completed',
  video: { kind: 'link', url: 'https://cdn.test/a.mp4' },
});

/** Rows stay invisible until their height is known, which it never is here. */
const UNMEASURED = { hidden: true };

let board: TestBoard;
beforeEach(() => {
  location.hash = '';
  vi.stubGlobal('innerHeight', 3000);
  prefs.setState({ grouping: null });
  board = aBoard([
    [ONE, READY],
    [TWO, anAnswer({ state: 'failed' })],
    [THREE, anAnswer({ state: 'running' })],
    [LOOSE, anAnswer(null)],
  ]);
  renderOn(board, <Shown />);
});
afterEach(() => {
  cleanup();
  board.stop();
});

function Shown() {
  const scroller = { current: document.body as HTMLDivElement };
  return <GroupedGrid grouping={useGrouping()} view={useView()} scroller={scroller} />;
}

const group = (name: string) => within(screen.getByRole('region', { name }));
const headings = () =>
  screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

test('each shot is a region with its takes, whose titles do not repeat it', () => {
  expect(headings()).toEqual(['SH2 Tea', 'SH10 Boat', 'No shot']);
  const boat = group('SH10 Boat');
  expect(boat.getAllByRole('article', UNMEASURED)).toHaveLength(2);
  expect(boat.getByText('take 1').tagName).toBe('H3');
  boat.getByText('1 of 2 ready');
  boat.getByRole('button', { name: '1 failed' });
  boat.getByRole('button', { name: 'Download 1' });
  // Of one take there is nothing to compare.
  expect(boat.queryByRole('button', { name: 'Compare takes' })).toBeNull();
  boat.getByRole('button', { name: 'More actions for SH10 Boat' });
});

test('each card says its place in its group, though only some cards are drawn', () => {
  const placeOf = (card: Element) =>
    ['posinset', 'setsize'].map((at) => card.getAttribute(`aria-${at}`));
  expect(group('SH10 Boat').getAllByRole('article', UNMEASURED).map(placeOf)).toEqual([
    ['1', '2'],
    ['2', '2'],
  ]);
  expect(group('SH2 Tea').getAllByRole('article', UNMEASURED).map(placeOf)).toEqual([['1', '1']]);
});

test('a folded group keeps its head, in the address and for the next visit', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Fold SH10 Boat' }));
  const boat = group('SH10 Boat');
  expect(boat.queryByRole('article', UNMEASURED)).toBeNull();
  boat.getByText('1 of 2 ready');
  expect(screen.getAllByRole('article', UNMEASURED)).toHaveLength(2);
  expect(location.hash).toMatch(/^#\/\?group=shot&folded=[\da-z]+$/);
  expect(prefs.getState().grouping?.by).toBe('shot');
  await userEvent.click(screen.getByRole('button', { name: 'Unfold SH10 Boat' }));
  expect(boat.getAllByRole('article', UNMEASURED)).toHaveLength(2);
  expect(location.hash).toBe('#/?group=shot');
});

test('an answer changes the head of its own group', async () => {
  const other = group('SH2 Tea').getByText('0 of 1 ready');
  vi.useFakeTimers();
  board.answer(TWO, READY);
  await act(() => vi.advanceTimersByTimeAsync(BOARD_INTERVAL));
  vi.useRealTimers();
  group('SH10 Boat').getByText('2 of 2 ready');
  group('SH10 Boat').getByRole('button', { name: 'Compare takes' });
  expect(other.isConnected).toBe(true);
});

test('a card that finishes while the groups hold still is told of, and goes where it belongs when asked', async () => {
  const takes = () =>
    group('SH10 Boat')
      .getAllByRole('heading', { level: 3, ...UNMEASURED })
      .map(({ textContent }) => textContent);
  const answer = async (task: TrackedTask, made: Answer): Promise<void> => {
    vi.useFakeTimers();
    board.answer(task, made);
    await act(() => vi.advanceTimersByTimeAsync(BOARD_INTERVAL));
    vi.useRealTimers();
  };
  act(() => changeView({ sort: 'state' }));
  await answer(ONE, anAnswer({ state: 'running' }));
  await answer(TWO, anAnswer({ state: 'running' }));
  expect(takes()).toEqual(['take 2', 'take 1']);
  await userEvent.hover(screen.getByRole('button', { name: 'Fold SH10 Boat' }));
  await answer(TWO, READY);
  expect(takes()).toEqual(['take 2', 'take 1']);
  expect(heldBack.getState().n).toBe(1);
  act(() => heldBack.getState().show());
  expect(takes()).toEqual(['take 1', 'take 2']);
  expect(heldBack.getState().n).toBe(0);
});

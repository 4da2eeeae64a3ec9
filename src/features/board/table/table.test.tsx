// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { changeView, useView } from '~/address/use-view';
import { refKey } from '~/core/answer';
import { useArranged } from '~/engine/use-board';
import { prefs } from '~/prefs/prefs';
import { useGrouping } from '~/task-view/grouping';
import { clearSelection, selection, selectOnly } from '~/task-view/selection/selection';
import { shownCells } from '~/task-view/selection/shown-cells';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { showColumn, tableChoices } from './table-choices';
import { Table } from './table';

const take = (n: number, client: string) =>
  aTracked({
    taskId: `task_${n}`,
    shot: n < 3 ? 'SH10 Boat' : 'SH2 Tea',
    columns: { Client: client },
    label: `take ${n}`,
    addedAt: -n,
  });
const ONE = take(1, 'Lumen');
const TWO = take(2, '=1+1');
const THREE = take(3, 'Atlas');
const READY = anAnswer({
  state: 'completed',
  model: 'sora-2',
  video: { kind: 'link', url: 'https://cdn.test/a.mp4' },
});

/** Rows stay invisible until their height is known, which it never is here. */
const UNMEASURED = { hidden: true };

let board: TestBoard;
beforeEach(() => {
  location.hash = '#/?group=none';
  vi.stubGlobal('innerHeight', 3000);
  prefs.setState({ grouping: null });
  tableChoices.setState({ shown: {}, widths: {} });
  clearSelection();
  board = aBoard([
    [ONE, READY],
    [TWO, anAnswer({ state: 'failed', failure: { message: null, code: null, kind: 'overload' } })],
    [THREE, anAnswer({ state: 'running', progress: 40 })],
  ]);
  renderOn(board, <Shown />);
});
afterEach(() => {
  cleanup();
  board.stop();
});

function Shown() {
  const view = useView();
  const { keys } = useArranged(view);
  const scroller = { current: document.body as HTMLDivElement };
  return <Table keys={keys} grouping={useGrouping()} view={view} scroller={scroller} />;
}

const names = () =>
  screen.getAllByRole('rowheader', UNMEASURED).map(({ textContent }) => textContent);
const head = (name: string) => screen.getByRole('columnheader', { name });
const cell = (row: number, column: string) => {
  const at = screen.getAllByRole('columnheader').indexOf(head(column));
  const found = document.querySelector<HTMLElement>(`[data-row="${row}"] [data-cell="${at}"]`);
  if (!found) throw new Error(`no cell ${column} in row ${row}`);
  return found;
};

test('each task is a row with its own columns and those of the page', () => {
  expect(names()).toEqual(['take 1New', 'take 2', 'take 3']);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('4');
  expect(cell(0, 'Client').textContent).toBe('Lumen');
  expect(cell(0, 'Model').textContent).toBe('sora-2');
  expect(cell(1, 'Status').textContent).toBe('FailedThe service was too busy');
  within(cell(2, 'Status')).getByRole('progressbar', UNMEASURED);
});

test('a head sorts up, down, and no more', async () => {
  const sort = () => userEvent.click(within(head('Client')).getByRole('button'));
  await sort();
  expect(head('Client').getAttribute('aria-sort')).toBe('ascending');
  expect(names()).toEqual(['take 2', 'take 3', 'take 1New']);
  expect(location.hash).toContain('sort=up%3Acolumn%3AClient');
  await sort();
  expect(head('Client').getAttribute('aria-sort')).toBe('descending');
  expect(names()).toEqual(['take 1New', 'take 3', 'take 2']);
  await sort();
  expect(head('Client').hasAttribute('aria-sort')).toBe(false);
});

test('Shift with an arrow makes a column wider, for the next visit too', async () => {
  head('Note').focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowLeft}{/Shift}');
  expect(tableChoices.getState().widths).toEqual({ note: 176 });
});

test('the cell with the focus is the stop of Tab in a table that scrolls', async () => {
  const stops = () =>
    [...document.querySelectorAll<HTMLElement>('[role="grid"], [data-cell]')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
  expect(stops()).toEqual([screen.getByRole('grid')]);
  act(() => cell(0, 'Model').focus());
  await userEvent.keyboard('{ArrowDown}');
  expect(stops()).toEqual([cell(1, 'Model')]);
  act(() => cell(1, 'Model').blur());
  expect(stops()).toEqual([screen.getByRole('grid')]);
});

test('arrows lead from cell to cell, Space chooses, Enter opens', async () => {
  cell(0, 'Model').focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  expect(document.activeElement).toBe(cell(1, 'Took'));
  await userEvent.keyboard(' ');
  expect([...selection.getState().keys]).toEqual([refKey(TWO)]);
  await userEvent.keyboard('{ArrowDown}{Shift>} {/Shift}');
  expect(selection.getState().keys.size).toBe(2);
  await userEvent.keyboard('{Enter}');
  expect(location.hash).toContain('#/task/');
  expect(location.hash).toContain('task_3');
});

test('cells are copied as the table shows them, and run nothing in a spreadsheet', () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  act(() => {
    for (const column of ['took', 'note', 'picked', 'model'] as const) showColumn(column, false);
  });
  cell(1, 'Client').focus();
  fireEvent.keyDown(cell(1, 'Client'), { key: 'c', ctrlKey: true });
  expect(write).toHaveBeenLastCalledWith("'=1+1");
  act(() => selectOnly([refKey(ONE), refKey(TWO)]));
  fireEvent.keyDown(cell(1, 'Client'), { key: 'c', ctrlKey: true });
  const copied = write.mock.lastCall?.[0];
  // What is copied by the bar of what is chosen is the same.
  expect(copied).toBe(shownCells(selection.getState().keys));
  expect(copied?.split('\n')).toEqual([
    'Name\tShot\tClient\tStatus',
    'take 1\tSH10 Boat\tLumen\tReady',
    "take 2\tSH10 Boat\t'=1+1\tFailed",
  ]);
});

test('F2 writes in a cell, Enter keeps it and Escape does not', async () => {
  cell(0, 'Note').focus();
  await userEvent.keyboard('{F2}');
  await userEvent.keyboard('hero{Enter}');
  expect(board.engine.tracked.getState().tasks.get(refKey(ONE))?.note).toBe('hero');
  expect(document.activeElement).toBe(cell(0, 'Note'));
  await userEvent.keyboard('{F2}other{Escape}{Escape}');
  expect(cell(0, 'Note').textContent).toBe('hero');
});

test('in groups, each has its head, which folds it by keyboard', async () => {
  act(() => changeView({ group: 'shot' }));
  expect(screen.getByText('SH10 Boat', { selector: 'h2' }).closest('[role="row"]')).not.toBeNull();
  expect(names()).toHaveLength(3);
  cell(3, 'Client').focus();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(names()).toHaveLength(1);
});

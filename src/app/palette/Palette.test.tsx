// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';
import { parseView } from '~/address/view';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { Palette } from './Palette';

const TASKS = [1, 2, 3].map((n) =>
  aTracked({
    taskId: `task_${n}`,
    shot: 'SH040 Ridge',
    label: `SH040 Ridge, take ${n}`,
    pickedAt: n === 2 ? 1 : null,
  }),
);

let board: TestBoard;
beforeEach(() => {
  location.hash = '';
});
afterEach(() => {
  cleanup();
  dialogs.setState({ open: [] });
  board.stop();
});

function show() {
  board = aBoard(TASKS.map((task) => [task, anAnswer({ state: 'running' })] as const));
  const onClose = vi.fn<() => void>();
  renderOn(board, <Palette onClose={onClose} />);
  return onClose;
}

const field = () => screen.getByRole('combobox', { name: 'A command, a task or a shot' });
const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
const active = () => {
  const id = field().getAttribute('aria-activedescendant');
  return id === null ? null : document.querySelector(`[id="${id}"]`)?.textContent;
};

test('it offers commands first, and the field keeps the focus while arrows choose', async () => {
  show();
  await vi.waitFor(() => expect(document.activeElement).toBe(field()));
  expect(active()).toBe('Add tasks');
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toBe('Send the picks (1)…');
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Send the picks (1)…');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(active()).toBe(options().at(-1));
  expect(document.activeElement).toBe(field());
});

test.each([
  ['dens tab', 'Density: Table', { density: 'table' }],
  ['show ready', 'Show: Ready', { show: 'ready' }],
  ['picked', 'Filter: Picked', { filters: { picked: ['yes'] } }],
])('“%s” finds a command', async (query, label, change) => {
  const onClose = show();
  await userEvent.type(field(), query);
  expect(active()).toBe(label);
  await userEvent.keyboard('{Enter}');
  expect(onClose).toHaveBeenCalledOnce();
  expect(parseView(location.hash)).toMatchObject(change);
});

test('what is nowhere is said to be nowhere', async () => {
  show();
  await userEvent.type(field(), 'zebra');
  expect(screen.queryByRole('option')).toBeNull();
  expect(screen.getByRole('status').textContent).toBe('Nothing found');
});

test('a task is opened by its name, and a shot shows its tasks', async () => {
  show();
  await userEvent.type(field(), 'RIDGE 3');
  expect(options()).toEqual(['SH040 Ridge, take 3']);
  await userEvent.keyboard('{Enter}');
  expect(parseView(location.hash).screen).toMatchObject({
    kind: 'task',
    task: { taskId: 'task_3' },
  });
  await userEvent.clear(field());
  await userEvent.type(field(), 'ridge');
  await userEvent.click(screen.getByRole('option', { name: 'SH040 Ridge' }));
  expect(parseView(location.hash)).toMatchObject({
    screen: { kind: 'board' },
    query: 'SH040 Ridge',
  });
});

test('Enter that ends a character of an input method runs nothing', async () => {
  const onClose = show();
  await userEvent.type(field(), 'settings');
  fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(dialogs.getState().open).toEqual([{ kind: 'settings' }]);
});

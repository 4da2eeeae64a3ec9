// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { writeBoardFile } from '~/engine/board-file/board-file';
import { takeToasts } from '~/ui/toast';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { RestoreDialog } from './restore-dialog';

let board: TestBoard;
const mine = aTracked({ taskId: 'a', label: 'Mine' });

afterEach(() => {
  cleanup();
  board.stop();
  takeToasts();
});

/** Reads a backup with these tasks into a board with one, and what the page says of it then. */
async function read(tasks: Parameters<typeof aTracked>[0][], times = 1) {
  board = aBoard([[mine, anAnswer({ state: 'running' })]]);
  const text = writeBoardFile({
    name: null,
    isBackup: true,
    madeAt: NOW,
    opens: null,
    tasks: tasks.map(aTracked),
  });
  let toast: ReturnType<typeof takeToasts>[number] | undefined;
  for (let time = 0; time < times; time += 1) {
    const views = { all: () => [], merge: () => {} };
    renderOn(board, <RestoreDialog views={views} isOffered={() => true} onClose={() => {}} />);
    const file = new File([text], 'backup.json', { type: 'application/json' });
    await userEvent.upload(screen.getByLabelText('Choose the file…', { selector: 'input' }), file);
    await userEvent.click(await screen.findByRole('button', { name: 'Add to this board' }));
    await waitFor(() => expect((toast = takeToasts().at(-1))).toBeTruthy());
    cleanup();
  }
  return toast;
}
const onBoard = () =>
  [...board.engine.tracked.getState().tasks.values()].map(({ taskId, label }) => [taskId, label]);

test('says what it added and what it changed, and takes both back', async () => {
  const toast = await read([
    { taskId: 'a', label: 'Theirs', changedAt: NOW },
    { taskId: 'b', label: 'New' },
  ]);
  expect(toast?.text).toBe('1 task added; 1 that you had was changed');
  expect(onBoard()).toEqual([
    ['a', 'Theirs'],
    ['b', 'New'],
  ]);
  toast?.action?.run();
  expect(onBoard()).toEqual([['a', 'Mine']]);
});

test('where nothing is added, what was changed can be taken back all the same', async () => {
  const toast = await read([{ taskId: 'a', label: 'Theirs', changedAt: NOW }]);
  expect(toast?.text).toMatch(/^The backup held no new task/);
  toast?.action?.run();
  expect(onBoard()).toEqual([['a', 'Mine']]);
});

test('says that there was nothing new the second time, and offers nothing to take back', async () => {
  const toast = await read([{ taskId: 'a', note: 'Too dark', changedAt: NOW }], 2);
  expect(toast).toMatchObject({ text: 'Everything in the backup was here already.' });
  expect(toast?.action).toBeUndefined();
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { dialogs, openDialog, type Dialog } from '~/address/dialogs';
import { changeView } from '~/address/use-view';
import { refKey } from '~/core/answer';
import { useTracked } from '~/engine/use-engine';
import { TaskCard } from '~/task-view/card/task-card';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { PLAIN_CONFIG } from './config';
import { OpenDialogs } from './OpenDialogs';
import { CardMenu, RenameDialog } from './dialog-parts';
import { OpenDialog } from './parts';

const task = aTracked({ label: 'Harbour' });
const key = refKey(task);
let board: TestBoard | undefined;

beforeEach(() => history.replaceState(null, '', '#/'));
afterEach(() => {
  cleanup();
  board?.stop();
  dialogs.setState({ open: [] });
});

function Page() {
  const empty = useTracked((state) => state.tasks.size === 0);
  return (
    <>
      {empty ? null : <TaskCard taskKey={key} />}
      <OpenDialogs config={PLAIN_CONFIG} empty={empty} />
    </>
  );
}

async function show(): Promise<void> {
  await Promise.all([OpenDialog, CardMenu, RenameDialog].map((part) => part.fetch()));
  board = aBoard([[task, anAnswer({ state: 'running' })]]);
  renderOn(board, <Page />);
}

const kinds = (): string[] => dialogs.getState().open.map(({ kind }) => kind);

test('a dialog opened by a menu returns the focus to the button of the menu', async () => {
  const user = userEvent.setup();
  await show();
  const button = screen.getByRole('button', { name: /^More actions ./ });
  await user.click(button);
  await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
  await screen.findByRole('dialog', { name: 'Rename' });
  expect(kinds()).toEqual(['rename']);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('what belongs to a card closes with its screen; the settings stay', async () => {
  await show();
  await act(async () => {
    openDialog({ kind: 'settings' });
    openDialog({ kind: 'rename', key });
  });
  await act(async () => changeView({ query: 'har' }));
  expect(kinds()).toEqual(['settings', 'rename']);
  await act(async () => changeView({ screen: { kind: 'task', task } }));
  expect(kinds()).toEqual(['settings']);
});

test('with the last task, all closes that is about tasks', async () => {
  await show();
  const wanted = { base: task.base, connectionId: null };
  const open: Dialog[] = [
    { kind: 'change-key', wanted },
    { kind: 'add', text: 'video_1' },
    { kind: 'download', tasks: [task] },
    { kind: 'rename', key },
  ];
  await act(async () => open.forEach(openDialog));
  await act(async () => void board?.engine.remove([key]));
  expect(kinds()).toEqual(['change-key']);
});

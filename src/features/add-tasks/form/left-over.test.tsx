// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useStore } from 'zustand';

import { closeDialog, dialogs, openDialog } from '~/address/dialogs';
import { aBoard, renderOn, type TestBoard } from '~test/board';

import { AddTasksDialog } from './add-tasks-dialog';
import { draftOf } from './draft-text';
import { askAbout } from './left-over';

const OFFER = { otherAddresses: true, services: [] };
let board: TestBoard | undefined;

afterEach(() => {
  cleanup();
  board?.stop();
  dialogs.setState({ open: [] });
  askAbout(null);
});

function OpenForm() {
  const dialog = useStore(dialogs, ({ open }) => open[0]);
  if (dialog?.kind !== 'add') return null;
  return <AddTasksDialog text={dialog.text} offer={OFFER} onClose={() => closeDialog(dialog)} />;
}

const field = (): string =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Keys and task ids' }).value;

test('the dialog asks about each text that is left over, and forgets it when closed', async () => {
  board = aBoard([]);
  renderOn(board, <OpenForm />);
  act(() => askAbout(draftOf('video_one')));
  expect(field()).toBe('video_one');
  act(() => askAbout(draftOf('video_two')));
  expect(field()).toBe('video_two');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => openDialog({ kind: 'add', text: '' }));
  expect(field()).toBe('');
});

test('what is pasted comes before what is left over', () => {
  board = aBoard([]);
  renderOn(board, <OpenForm />);
  act(() => askAbout(draftOf('video_one')));
  act(() => dialogs.setState({ open: [] }));
  act(() => openDialog({ kind: 'add', text: 'video_pasted' }));
  expect(field()).toBe('video_pasted');
});

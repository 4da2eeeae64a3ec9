import { beforeEach, expect, test } from 'vitest';

import { closeDialog, dialogs, openDialog, type Dialog } from './dialogs';

beforeEach(() => dialogs.setState({ open: [] }));

const kinds = (): string[] => dialogs.getState().open.map(({ kind }) => kind);
const renaming = (key: string): Dialog => ({ kind: 'rename', key });

test('a dialog covers the one that opened it, which is there again when it closes', () => {
  const key: Dialog = {
    kind: 'change-key',
    wanted: { base: 'https://a.test', connectionId: null },
  };
  openDialog({ kind: 'settings' });
  openDialog(key);
  expect(kinds()).toEqual(['settings', 'change-key']);
  closeDialog(key);
  expect(kinds()).toEqual(['settings']);
});

test('there is one of a kind: pressed twice, it opens once', () => {
  openDialog(renaming('a'));
  openDialog(renaming('b'));
  expect(dialogs.getState().open).toEqual([renaming('b')]);
});

test('what closes late leaves alone what has taken its place', () => {
  const [first, second] = [renaming('a'), renaming('a')];
  openDialog(first);
  openDialog(second);
  closeDialog(first);
  expect(dialogs.getState().open).toEqual([second]);
});

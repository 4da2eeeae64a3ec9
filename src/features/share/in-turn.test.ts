// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';

import { closeDialog, dialogs, openDialog, type Dialog } from '~/address/dialogs';
import { takeToasts } from '~/ui/toast';

import { openAddress, openFile } from './arrive';

afterEach(() => {
  dialogs.setState({ open: [] });
  takeToasts();
});

const open = () => dialogs.getState().open;
const texts = () => takeToasts().map(({ text }) => text);
const first = (): Dialog => {
  const [dialog] = open();
  if (!dialog) throw new Error('nothing is open');
  return dialog;
};

test('what arrives while a form or another link is open waits until that is closed, each in its turn', async () => {
  const typed: Dialog = { kind: 'add', text: 'what I pasted' };
  openDialog(typed);
  const file = new File(['{}'], 'a.rushes.json');
  openAddress('#/add?ids=task_2', '');
  openAddress('#/share/abc-_9', '');
  openFile(file);
  expect(open()).toEqual([typed]);
  await vi.waitFor(() => expect(texts()[0]).toMatch(/shown when you close this/));

  openDialog({ kind: 'settings' });
  closeDialog({ ...typed });
  expect(open()).toContain(typed);
  dialogs.setState({ open: [typed] });
  closeDialog(typed);
  await vi.waitFor(() => expect(open()).toMatchObject([{ kind: 'add', text: 'task_2' }]));
  closeDialog(first());
  await vi.waitFor(() => expect(open()).toEqual([{ kind: 'shared', from: { link: 'abc-_9' } }]));
  closeDialog(first());
  await vi.waitFor(() => expect(open()).toEqual([{ kind: 'shared', from: { file } }]));
  closeDialog(first());
  openAddress('#/share/d', '');
  expect(open()).toEqual([{ kind: 'shared', from: { link: 'd' } }]);
});

test('other dialogs hold nothing back', () => {
  openDialog({ kind: 'settings' });
  openAddress('#/share/abc', '');
  expect(open()).toHaveLength(2);
  expect(texts()).toEqual([]);
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';
import { takeToasts } from '~/ui/toast';
import { aBoard, renderOn, type TestBoard } from '~test/board';

import { Search } from './Search';

let board: TestBoard;
beforeEach(() => {
  history.replaceState(null, '', '#/');
  board = aBoard([]);
});
afterEach(() => {
  cleanup();
  board.stop();
});

async function search(): Promise<number> {
  const before = history.length;
  renderOn(board, <Search />);
  await userEvent.type(screen.getByRole('searchbox'), 'sea');
  await vi.waitFor(() => expect(location.hash).toBe('#/?q=sea'));
  return history.length - before;
}

test('a search on the board leaves no steps for Back', async () => {
  expect(await search()).toBe(0);
});

test.each([
  ['an open task', '#/task/https%3A%2F%2Fa.test/x'],
  ['a comparison', '#/compare/https%3A%2F%2Fa.test/x/https%3A%2F%2Fa.test/y'],
])('a search that closes %s leaves one step, back to it', async (_name, hash) => {
  history.replaceState(null, '', hash);
  expect(await search()).toBe(1);
});

test.each(['sk-Vb3kQ8w2Lx71mNp49f2cTz', 'sea AIzaSyA1b2C3d4E5f6G7h8I9j0KlMnOpQrStUv'])(
  '%s looks like a key: it is not in the address, and the form for new tasks takes it',
  async (text) => {
    const asked = vi.spyOn(history, 'replaceState');
    renderOn(board, <Search />);
    await userEvent.click(screen.getByRole('searchbox'));
    await userEvent.paste(text);
    const toasts = await vi.waitUntil(() => takeToasts().at(0));
    expect(toasts.text).toBe('This looks like a key, so it is not searched for.');
    expect(location.hash).toBe('#/');
    expect(asked.mock.calls.flat().join(' ')).not.toContain(text.slice(-12));
    toasts.action?.run();
    expect(dialogs.getState().open).toEqual([{ kind: 'add', text }]);
  },
);

test('an id is searched for, however long', async () => {
  renderOn(board, <Search />);
  await userEvent.click(screen.getByRole('searchbox'));
  await userEvent.paste('video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980');
  await vi.waitFor(() => expect(location.hash).toContain('q=video_5c6a605a-30c0'));
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toContain('9980');
});

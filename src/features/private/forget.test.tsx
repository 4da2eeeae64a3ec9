// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import { FORGOTTEN } from '~/platform/forgotten';
import { takeToasts } from '~/ui/toast';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { PrivateDialog } from './private-dialog';
import { sayForgotten } from './say-forgotten';

let board: TestBoard;

afterEach(() => {
  cleanup();
  board.stop();
});

const forget = (): HTMLElement => screen.getByRole('button', { name: 'Forget everything…' });

test('whoever asks to forget everything is asked in sight, and keeps the focus', async () => {
  board = aBoard([[aTracked(), anAnswer({})]]);
  renderOn(board, <PrivateDialog onClose={() => {}}>keys</PrivateDialog>);
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
  await userEvent.click(forget());
  expect(scrolled).toHaveBeenCalledOnce();
  const cancel = screen.getByRole('button', { name: 'Cancel' });
  expect(document.activeElement).toBe(cancel);
  await userEvent.click(cancel);
  expect(document.activeElement).toBe(forget());
  vi.restoreAllMocks();
});

test('it is asked at once where that was the way here', () => {
  board = aBoard([[aTracked(), anAnswer({})]]);
  renderOn(
    board,
    <PrivateDialog forget onClose={() => {}}>
      keys
    </PrivateDialog>,
  );
  expect(screen.getByRole('button', { name: 'Forget everything' })).toBeTruthy();
});

test('the empty page says once that nothing is left', () => {
  board = aBoard([]);
  history.replaceState(FORGOTTEN, '');
  sayForgotten();
  expect(takeToasts()).toMatchObject([{ text: /^Everything was forgotten/ }]);
  expect(history.state).toBeNull();
});

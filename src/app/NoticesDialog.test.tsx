// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import type { EngineStatus } from '~/engine/state';
import { awaySpans } from '~/features/told/away-spans';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aSighting, aTracked, NOW } from '~test/builders';

import { PLAIN_CONFIG } from './config';
import { NoticesDialog } from './NoticesDialog';

let board: TestBoard | undefined;
afterEach(() => {
  cleanup();
  board?.stop();
  awaySpans.setState({ spans: [], isRead: true });
  location.hash = '';
});

function show(status: Partial<EngineStatus> = {}): () => void {
  const sightings = [aSighting({ at: NOW, state: 'completed' })];
  board = aBoard([[aTracked(), anAnswer({ state: 'completed' }, { sightings })]]);
  board.engine.status.setState(status);
  const onClose = vi.fn<() => void>();
  renderOn(board, <NoticesDialog config={PLAIN_CONFIG} onClose={onClose} />);
  return onClose;
}
test('what a notice counts is shown on the board, and nothing is left over it', async () => {
  awaySpans.setState({ spans: [{ from: NOW - 10, to: NOW + 10 }], isRead: false });
  const onClose = show();
  await userEvent.click(screen.getByRole('button', { name: '1 ready' }));
  expect(location.hash).toContain('told=away');
  expect(onClose).toHaveBeenCalledOnce();
});

test('it stays open when the last notice ends by itself', async () => {
  const onClose = show({ online: false });
  await userEvent.click(screen.getByRole('switch', { name: /batch/i }));
  act(() => board?.engine.status.setState({ online: true }));
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('it closes when a button in it ends the last notice', async () => {
  const onClose = show({ paused: true });
  await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
  act(() => board?.engine.status.setState({ paused: false }));
  expect(onClose).toHaveBeenCalledOnce();
});

test('what a card would ask the help is asked about a notice, too, with nothing left over the answer', async () => {
  const onClose = show({ online: false });
  const help = screen.getByRole('button', { name: /^Help with this You are offline/ });
  await userEvent.click(help);
  expect(location.hash).toBe('#/help/trouble.network');
  expect(onClose).toHaveBeenCalledOnce();
});

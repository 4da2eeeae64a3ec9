// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { mediaOf } from '~/engine/media/media-of';
import { setLocale } from '~/i18n/i18n';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { DownloadDialog } from './download-dialog';

let board: TestBoard;

afterEach(async () => {
  cleanup();
  board.stop();
  await setLocale('en');
});

/** Opens the window for one video. */
function open() {
  const tracked = aTracked();
  board = aBoard([[tracked, anAnswer({ state: 'completed', video: { kind: 'content' } })]]);
  const onClose = vi.fn<() => void>();
  renderOn(board, <DownloadDialog tasks={[tracked]} onClose={onClose} />);
  return onClose;
}

/** The same, downloading a video that never comes. */
async function run() {
  const onClose = open();
  const signals: AbortSignal[] = [];
  vi.spyOn(mediaOf(board.engine), 'open').mockImplementation((_ref, signal) => {
    signals.push(signal);
    return new Promise(() => {});
  });
  await userEvent.click(screen.getByRole('button', { name: 'Download' }));
  await screen.findByText('0 of 1 fetched');
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  return { onClose, aborted: () => signals[0]?.aborted };
}

describe('a download that runs', () => {
  test('is ended neither by Escape nor by a press beside the window', async () => {
    const { onClose, aborted } = await run();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(document.body);
    expect(onClose).not.toHaveBeenCalled();
    expect(aborted()).toBe(false);
  });

  test('is ended by Cancel', async () => {
    const { aborted } = await run();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(aborted()).toBe(true);
  });

  test('is ended by the cross, with its window', async () => {
    const { onClose, aborted } = await run();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledOnce();
    expect(aborted()).toBe(true);
  });

  test('goes on when the language changes', async () => {
    const { aborted } = await run();
    await act(async () => setLocale('zh-CN'));
    expect(screen.getByRole('progressbar')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(aborted()).toBe(true);
  });
});

test('before it runs, Escape closes the window', async () => {
  const onClose = open();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test.each([
  ['a mouse', false, 'One ZIP'],
  ['a finger', true, 'Separate files'],
] as const)('begins with what can be opened there, for %s', (_, coarse, way) => {
  const list = Object.assign(new EventTarget(), { matches: coarse });
  vi.spyOn(globalThis, 'matchMedia').mockImplementation(() => list as MediaQueryList);
  open();
  expect(screen.getByRole('radio', { name: way, checked: true })).toBeTruthy();
  vi.restoreAllMocks();
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import type { PlayLadder, PlayLadderOptions, VideoSource, NoVideo } from '~/core/video';
import { mediaOf } from '~/engine/media/media-of';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { Pane } from './pane';

let board: TestBoard;

afterEach(() => {
  cleanup();
  board.stop();
});

/** Draws a video that comes only when a large one may be loaded. Returns what it was asked for with. */
function show(problem: NoVideo, over = false): (PlayLadderOptions | undefined)[] {
  const tracked = aTracked();
  board = aBoard([[tracked, anAnswer({ state: 'completed', video: { kind: 'content' } })]]);
  const asked: (PlayLadderOptions | undefined)[] = [];
  vi.spyOn(mediaOf(board.engine), 'playLadder').mockImplementation((_ref, options): PlayLadder => {
    asked.push(options);
    const next = () => Promise.resolve(options?.large ? VIDEO : problem);
    return { next, whole: async () => null, close: () => {} };
  });
  const nothing = (): void => {};
  renderOn(
    board,
    <Pane
      tracked={tracked}
      n={1}
      count={2}
      audible
      over={over}
      clipStyle={{}}
      onElement={nothing}
      onHear={nothing}
      onMove={nothing}
      onRemove={nothing}
    />,
  );
  return asked;
}

const VIDEO: VideoSource = { kind: 'source', url: 'blob:video', cors: false, readable: true };

test.each([
  ['side by side', false],
  ['over one another', true],
])('a large video is loaded when the person says so, %s', async (_name, over) => {
  const asked = show({ kind: 'problem', reason: 'large', bytes: 214_000_000 }, over);
  expect(await screen.findByText('This video is large: 214 MB')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Load anyway' }));
  expect(screen.getByText('Fetching the video…')).toBeTruthy();
  expect(asked.map((options) => options?.large)).toEqual([false, true]);
});

test('a large video of unknown size says no size', async () => {
  show({ kind: 'problem', reason: 'large' });
  expect(await screen.findByText('This video is large')).toBeTruthy();
});

test('any other trouble is said without an offer to load it', async () => {
  show({ kind: 'problem', reason: 'expired' });
  expect(await screen.findByText('The link has expired')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Load anyway' })).toBeNull();
});

test('a video that was compared is no longer new, and one that did not come still is', async () => {
  show({ kind: 'problem', reason: 'large', bytes: 214_000_000 });
  const seen = vi.spyOn(board.engine, 'markSeen');
  await userEvent.click(await screen.findByRole('button', { name: 'Load anyway' }));
  expect(seen).not.toHaveBeenCalled();
  screen.getByLabelText('task_1', { selector: 'video' }).dispatchEvent(new Event('loadeddata'));
  await vi.waitFor(() => expect(seen).toHaveBeenCalledOnce());
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { refKey } from '~/core/answer';
import { stopPlaying } from '~/task-view/player/player';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { TaskCard } from './task-card';

const named = aTracked({ label: 'Harbour' });
const READY = anAnswer({ state: 'completed', video: { kind: 'content' } });

let board: TestBoard;

afterEach(() => {
  stopPlaying();
  cleanup();
  board.stop();
});

test('a video that had no key can be played as soon as there is one', async () => {
  board = aBoard([[named, READY]], { withKeys: false });
  renderOn(board, <TaskCard taskKey={refKey(named)} />);
  await userEvent.click(screen.getByRole('button', { name: /^Play Harbour/ }));
  expect(await screen.findByText('This video needs a key')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Paste key Harbour/ })).toBeTruthy();

  const [id = ''] = board.engine.connections.getState().connections.keys();
  await board.engine.replaceKey(id, 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c', 'tab', null);
  expect(await screen.findByRole('button', { name: /^Play Harbour/ })).toBeTruthy();
  expect(screen.queryByText('This video needs a key')).toBeNull();
});

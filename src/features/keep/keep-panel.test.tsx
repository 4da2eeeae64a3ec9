// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

import { mediaOf } from '~/engine/media/media-of';
import { aBoard, renderOn, type TestBoard } from '~test/board';

import { KeepPanel } from './keep-panel';

let board: TestBoard;

afterEach(() => {
  cleanup();
  board.stop();
  vi.unstubAllGlobals();
});

test.each([
  [0.42, 'Nothing is saved yet · one is being fetched (42%)'],
  [null, 'Nothing is saved yet · one is being fetched'],
])('a video of which %s has come is told as that', (share, words) => {
  vi.stubGlobal('showDirectoryPicker', () => Promise.reject(new Error('not asked for')));
  board = aBoard([]);
  renderOn(board, <KeepPanel />);
  act(() => mediaOf(board.engine).keeping.state.setState({ coming: { key: 'a', share } }));
  expect(screen.getByRole('status').textContent).toBe(words);
});

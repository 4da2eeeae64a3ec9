// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { FEED_PROBLEMS } from '~/core/feed';
import { aBoard, renderOn, type TestBoard } from '~test/board';

import { FeedTroubles } from './FeedTroubles';

let board: TestBoard | undefined;
afterEach(() => {
  cleanup();
  board?.stop();
});

test('an empty page says of every feed why nothing comes from it', () => {
  board = aBoard([]);
  const feeds = FEED_PROBLEMS.map((problem) => ({ name: `List ${problem}`, problem }));
  board.engine.status.setState({ feeds });
  renderOn(board, <FeedTroubles />);
  const said = screen.getAllByText(/^The list/).map(({ textContent }) => textContent ?? '');
  expect(said).toHaveLength(FEED_PROBLEMS.length);
  expect(new Set(said).size).toBe(FEED_PROBLEMS.length);
  expect(said.filter((words) => /notices\.|\{|undefined/.test(words))).toEqual([]);
});

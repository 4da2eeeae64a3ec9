// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { refKey } from '~/core/answer';
import type { Task } from '~/core/task';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { TaskCard } from './task-card';

const tracked = aTracked({ label: 'Harbour' });
let board: TestBoard | undefined;

beforeEach(() => history.replaceState(null, '', '#/?show=attention'));
afterEach(() => {
  cleanup();
  board?.stop();
});

const problem = { message: null, httpStatus: 404, retryAfterMs: null } as const;
const failed = (kind: NonNullable<Task['failure']>['kind']) =>
  ({ state: 'failed', failure: { message: 'x', code: null, ...(kind && { kind }) } }) as const;

test.each([
  [
    'has never been seen',
    anAnswer(null, { problem: { ...problem, kind: 'not_found' } }),
    'trouble.not_found',
  ],
  [
    'was running',
    anAnswer({ state: 'running' }, { problem: { ...problem, kind: 'server' } }),
    'trouble.server',
  ],
  ['failed', anAnswer(failed('quota')), 'failed.quota'],
  ['is in no state that is known', anAnswer({ state: 'unknown' }), 'card.unclear'],
])('the card of a task that %s leads to the help about that', async (_, answer, about) => {
  const user = userEvent.setup();
  board = aBoard([[tracked, answer]]);
  renderOn(board, <TaskCard taskKey={refKey(tracked)} />);
  await user.click(screen.getByRole('button', { name: 'Help with this' }));
  await waitFor(() => expect(location.hash).toBe(`#/help/${about}?show=attention`));
});

test('a card on which all is well has nothing to explain', () => {
  board = aBoard([[tracked, anAnswer({ state: 'running' })]]);
  renderOn(board, <TaskCard taskKey={refKey(tracked)} />);
  expect(screen.queryByRole('button', { name: 'Help with this' })).toBeNull();
});

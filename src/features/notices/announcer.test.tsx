// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { BOARD } from '~/address/screens';
import { changeView } from '~/address/use-view';
import { NO_ANSWER, type Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { createBus } from '~/engine/bus';
import { EngineContext } from '~/engine/use-engine';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { Announcer } from './announcer';

const [one, two, three] = ['Lighthouse, take 1', 'Lighthouse, take 2', 'Tea house'].map(
  (label, n) => aTracked({ taskId: `task_${n}`, label, connectionId: 'c' }),
) as [TrackedTask, TrackedTask, TrackedTask];

let board: TestBoard;
const bus = createBus();

beforeEach(() => {
  vi.useFakeTimers();
  changeView({ screen: BOARD, show: 'all', query: '' });
  board = aBoard([one, two, three].map((task) => [task, anAnswer({ state: 'running' })]));
  render(
    <EngineContext value={{ ...board.engine, on: bus.on }}>
      <Announcer />
    </EngineContext>,
  );
});
afterEach(() => {
  cleanup();
  board.stop();
  vi.useRealTimers();
});

const ended = (
  ref: TrackedTask,
  state: TaskState,
  before: Answer = anAnswer({ state: 'running' }),
) => bus.emit({ type: 'answered', ref, before, after: anAnswer({ state }) });

/** What is said once it has been collected. */
function said(): string | null {
  act(() => void vi.advanceTimersByTime(2000));
  return screen.getByRole('status').textContent;
}

test('one task that has ended is named; cancelled is not failed', () => {
  ended(two, 'completed');
  expect(said()).toBe('Lighthouse, take 2 is ready.');
  ended(three, 'cancelled');
  expect(said()).toBe('Tea house was cancelled.');
});

test('what ends together is said together, with its names', () => {
  ended(one, 'completed');
  ended(three, 'failed');
  ended(two, 'completed');
  expect(said()).toBe('2 ready, 1 failed: Lighthouse, take 1; Lighthouse, take 2; Tea house');
});

test('of many, only the numbers are said', () => {
  for (let n = 0; n < 3; n += 1) for (const task of [one, two]) ended(task, 'completed');
  expect(said()).toBe('6 ready');
});

test('what is ready at its first look-up is said too', () => {
  ended(one, 'completed', NO_ANSWER);
  expect(said()).toBe('Lighthouse, take 1 is ready.');
});

test('of how the page begins, only tasks are said that were just added', () => {
  cleanup();
  const now = aTracked({ label: 'Boat', addedAt: Date.now() });
  const done = anAnswer({ state: 'completed' });
  const begun = aBoard([
    [now, done],
    [aTracked({ taskId: 'old', addedAt: 1 }), done],
  ]);
  renderOn(begun, <Announcer />);
  expect(said()).toBe('Boat is ready.');
  begun.stop();
});

test('nothing is said of how the page begins', () => {
  expect(said()).toBe('');
});

test('the network, pauses and refused keys are said, each by its last state', () => {
  act(() => board.engine.status.setState({ online: false }));
  expect(said()).toBe('You are offline.');
  act(() => board.engine.status.setState({ online: true, paused: true }));
  expect(said()).toBe('You are online again. Checking is paused.');
  act(() => board.engine.status.setState({ paused: false }));
  act(() => board.engine.connections.setState({ needKey: new Map([['c', 'refused']]) }));
  expect(said()).toBe('Checking has resumed. api.example.com did not accept sk-…1234.');
});

test('how many cards a search or a filter leaves is said, and that none does', () => {
  act(() => changeView({ query: 'light' }));
  expect(said()).toBe('2 tasks are shown.');
  act(() => changeView({ query: 'nothing of this kind' }));
  expect(said()).toBe('No task matches.');
  act(() => changeView({ query: '', show: 'running' }));
  expect(said()).toBe('3 tasks are shown.');
});

test('from one task to the next, its name is said', () => {
  act(() => changeView({ screen: { kind: 'task', task: one } }));
  expect(said()).toBe('');
  act(() => changeView({ screen: { kind: 'task', task: three } }));
  expect(said()).toBe('Tea house');
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { refKey } from '~/core/answer';
import {
  createState,
  dropTasks,
  putConnection,
  putTasks,
  setKeyLoss,
  type EngineState,
} from '~/engine/state';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { entriesOf } from './answers';
import { BOARD_INTERVAL, boardIndexOf, type BoardIndex } from './board-index';
import type { BoardView } from './board-order';

const VIEW: BoardView = { show: 'all', sort: 'oldest', query: '', filters: {} };
const one = aTracked({ taskId: 'task_1', addedAt: 1 });
const two = aTracked({ taskId: 'task_2', addedAt: 2 });
const video = { kind: 'link', url: 'https://cdn.test/a.mp4' } as const;
const done = anAnswer({ state: 'completed', video });

let state: EngineState;
let board: BoardIndex;
beforeEach(() => {
  vi.useFakeTimers();
  state = createState();
  putConnection(
    state,
    { kind: 'own', id: 'c1', base: one.base, hint: 'sk-…1', keep: 'tab', addedAt: 0 },
    null,
  );
  putTasks(state, [one, two]);
  board = boardIndexOf({ ...state, usual: () => null });
});
afterEach(() => vi.useRealTimers());

const listen = () => vi.fn<() => void>();
const calls = (told: ReturnType<typeof listen>): number => told.mock.calls.length;
const progress = () => [one, two].map((task) => board.card(refKey(task))?.task?.progress ?? null);
const ids = () => board.arranged(VIEW, NOW).keys.map((key) => board.card(key)?.tracked.taskId);

describe('answers', () => {
  test('that come in a burst are taken in once, for everyone', () => {
    const told = [listen(), listen()];
    for (const listener of told) board.subscribe(listener);
    expect(progress()).toEqual([null, null]);
    for (const share of [10, 20, 30]) state.answers.put(one, anAnswer({ progress: share }));
    state.answers.put(two, anAnswer({ progress: 5 }));
    expect(told.map(calls)).toEqual([0, 0]);
    vi.advanceTimersByTime(BOARD_INTERVAL);
    expect(told.map(calls)).toEqual([1, 1]);
    expect(progress()).toEqual([30, 5]);
  });

  test('that came while nobody looked are told soon, but not at once', () => {
    expect(progress()).toEqual([null, null]);
    state.answers.put(one, anAnswer({ progress: 10 }));
    vi.advanceTimersByTime(BOARD_INTERVAL);
    const told = listen();
    board.subscribe(told);
    expect([calls(told), ...progress()]).toEqual([0, null, null]);
    vi.advanceTimersByTime(BOARD_INTERVAL);
    expect([calls(told), ...progress()]).toEqual([1, 10, null]);
    vi.advanceTimersByTime(BOARD_INTERVAL);
    expect(calls(told)).toBe(1);
  });

  test('leave no timer when nobody looks, and are not lost', () => {
    const stop = board.subscribe(listen());
    progress();
    state.answers.put(two, anAnswer({ progress: 40 }));
    stop();
    expect(vi.getTimerCount()).toBe(0);
    board.subscribe(listen());
    vi.advanceTimersByTime(BOARD_INTERVAL);
    expect(progress()).toEqual([null, 40]);
  });
});

describe('what the person does', () => {
  test('is on the board at once', () => {
    const told = listen();
    board.subscribe(told);
    const three = aTracked({ taskId: 'task_3', addedAt: 3, label: 'Boat' });
    expect(ids()).toEqual(['task_1', 'task_2']);
    putTasks(state, [three]);
    expect([calls(told), ids()]).toEqual([1, ['task_1', 'task_2', 'task_3']]);
    expect(board.arranged({ ...VIEW, query: 'boat' }, NOW).keys).toEqual([refKey(three)]);
    putTasks(state, [{ ...three, label: 'Ship' }]);
    expect(board.arranged({ ...VIEW, query: 'boat' }, NOW).keys).toEqual([]);
    dropTasks(state, [refKey(three), refKey(one)]);
    expect(ids()).toEqual(['task_2']);
  });

  test('and undoes puts the task behind those that were added at the same time', () => {
    const twin = aTracked({ taskId: 'twin', addedAt: 1 });
    putTasks(state, [twin]);
    expect(ids()).toEqual(['task_1', 'twin', 'task_2']);
    const answers = entriesOf(state.answers, [one]);
    dropTasks(state, [refKey(one)]);
    putTasks(state, [one], answers);
    expect(ids()).toEqual(['twin', 'task_1', 'task_2']);
  });
});

test('a lost key moves all tasks of its service, and only those', () => {
  const other = aTracked({ base: 'https://b.test', connectionId: 'c2' });
  const connection = {
    kind: 'own',
    id: 'c2',
    base: other.base,
    hint: 'sk-…2',
    keep: 'tab',
    addedAt: 0,
  } as const;
  putConnection(state, connection, null);
  putTasks(state, [other], [[refKey(other), anAnswer({ state: 'running' })]]);
  expect(board.standings()).toEqual({ running: 1, ready: 0, attention: 0, unseen: 2 });
  const card = board.card(refKey(one));
  setKeyLoss(state, 'c2', 'refused');
  expect(board.standings()).toEqual({ running: 0, ready: 0, attention: 1, unseen: 2 });
  expect(board.card(refKey(other))).toMatchObject({ trouble: 'auth', loss: 'refused' });
  expect(board.card(refKey(one))).toBe(card);
  setKeyLoss(state, 'c2', null);
  expect(board.standings()).toEqual({ running: 1, ready: 0, attention: 0, unseen: 2 });
});

describe('the totals', () => {
  const come = (task: typeof one, answer: typeof done): void => {
    state.answers.put(task, answer);
    vi.advanceTimersByTime(BOARD_INTERVAL);
  };
  const ended = () => board.finished().map(({ tracked }) => tracked.taskId);

  test('follow each task from its first look-up to its end', () => {
    board.subscribe(listen());
    expect([ended(), board.unfinished()]).toEqual([[], new Map([['c1', 2]])]);
    come(two, done);
    expect([ended(), board.unfinished()]).toEqual([['task_2'], new Map([['c1', 1]])]);
    expect([...board.open()].map(({ key }) => key)).toEqual([refKey(one)]);
    come(one, done);
    expect([ended(), board.unfinished()]).toEqual([['task_1', 'task_2'], new Map()]);
    expect(board.standings()).toEqual({ running: 0, ready: 2, attention: 0, unseen: 0 });
    dropTasks(state, [refKey(two)]);
    expect([ended(), board.standings().ready]).toEqual([['task_1'], 1]);
  });

  test('are the same objects while nothing they say changes', () => {
    board.subscribe(listen());
    come(two, done);
    come(one, anAnswer({ state: 'running', progress: 60 }));
    const before = [board.finished(), board.unfinished(), board.standings()];
    come(one, anAnswer({ state: 'running', progress: 70 }));
    expect([...board.running()].map(({ task }) => task?.progress)).toEqual([70]);
    const after = [board.finished(), board.unfinished(), board.standings()];
    expect(after.map((value, index) => value === before[index])).toEqual([true, true, true]);
  });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { refKey } from '~/core/answer';
import { anAnswer, aTracked } from '~test/builders';

import { answersWatch, BOARD_INTERVAL } from './watch';
import { createAnswers, type Answers } from './answers';

const one = aTracked({ taskId: 'task_1' });
const two = aTracked({ taskId: 'task_2' });
const tasks = new Map([one, two].map((task) => [refKey(task), task]));

let answers: Answers;
beforeEach(() => {
  vi.useFakeTimers();
  answers = createAnswers();
});
afterEach(() => vi.useRealTimers());

function come(task: typeof one, progress: number): void {
  answers.put(task, anAnswer({ progress }));
}
const progress = (): (number | null | undefined)[] =>
  answersWatch(answers)
    .all(tasks)
    .map(({ task }) => task?.progress);

test('a burst of answers is told once, to everyone', () => {
  const watch = answersWatch(answers);
  const told = [vi.fn<() => void>(), vi.fn<() => void>()];
  for (const listener of told) watch.subscribe(listener);
  for (const share of [10, 20, 30]) come(one, share);
  come(two, 5);
  expect(told.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  vi.advanceTimersByTime(BOARD_INTERVAL);
  expect(told.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(progress()).toEqual([30, 5]);
});

test('who begins to watch is not told at once, and only if answers came since', () => {
  const watch = answersWatch(answers);
  expect(progress()).toEqual([undefined, undefined]);
  const told = vi.fn<() => void>();
  watch.subscribe(told)();
  const before = watch.version();
  vi.advanceTimersByTime(BOARD_INTERVAL);
  come(one, 10);
  watch.subscribe(told);
  expect([watch.version(), told.mock.calls.length]).toEqual([before, 0]);
  vi.advanceTimersByTime(BOARD_INTERVAL);
  expect(told).toHaveBeenCalledOnce();
  expect(progress()).toEqual([10, undefined]);
  vi.advanceTimersByTime(BOARD_INTERVAL);
  expect(told).toHaveBeenCalledOnce();
});

test('no timer is left when nobody watches, and what came meanwhile is not lost', () => {
  const watch = answersWatch(answers);
  const stop = watch.subscribe(vi.fn<() => void>());
  progress();
  come(two, 40);
  stop();
  expect(vi.getTimerCount()).toBe(0);
  const told = vi.fn<() => void>();
  watch.subscribe(told);
  vi.advanceTimersByTime(BOARD_INTERVAL);
  expect(told).toHaveBeenCalledOnce();
  expect(progress()).toEqual([undefined, 40]);
});

test('all who ask get the same list, until answers or tasks change', () => {
  const watch = answersWatch(answers);
  watch.subscribe(vi.fn<() => void>());
  const list = watch.all(tasks);
  expect(answersWatch(answers).all(tasks)).toBe(list);
  expect(watch.all(new Map(tasks))).not.toBe(list);
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import type { LookUpProblem } from '~/core/task';
import { boardIndexOf } from '~/engine/answers/board-index';
import { aBoard } from '~test/board';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { crowdOf } from './crowd';

/** Every task takes so much of its key's time, in ms: a second, or what a key that was never slowed down takes. */
const SLOWED = 1000;
const FREE = 250;
const busy = { askedAt: NOW - 20_000, nextAt: NOW - 15_000 };

/** What is said of tasks with these answers on one key. */
function crowdAmong(answers: readonly Answer[], lookUpMs = SLOWED) {
  const board = aBoard(
    answers.map((answer, at) => [aTracked({ taskId: `task_${at}` }), answer] as const),
  );
  const turnMs = (_key: string, tasks: number) => tasks * lookUpMs;
  const { usual } = board.engine;
  const open = [...boardIndexOf(board.engine).open()];
  const said = crowdOf([['c1', answers.length]], open, { usual, turnMs }, NOW);
  board.stop();
  return said;
}

const crowd = (count: number, change: Partial<Answer> = busy, lookUpMs = SLOWED) =>
  crowdAmong(
    Array.from({ length: count }, () => anAnswer({ state: 'running' }, change)),
    lookUpMs,
  );

test('a crowd is told where a turn takes longer than the tasks would wait anyhow', () => {
  expect(crowd(45)).toEqual({ tasks: 45, turnMs: 45_000 });
  expect(crowd(200, busy, FREE)).toEqual({ tasks: 200, turnMs: 50_000 });
  expect(crowd(45, { askedAt: null, nextAt: null, sightings: [], task: null })).toMatchObject({
    tasks: 45,
  });
});

test('not while a turn is short, whoever waits', () => {
  expect(crowd(45, busy, FREE)).toBeNull();
  expect(crowd(0)).toBeNull();
});

const network: LookUpProblem = {
  kind: 'network',
  message: null,
  httpStatus: null,
  retryAfterMs: null,
};

test('not where the tasks wait for another reason: a service that cannot be reached', () => {
  expect(crowd(45, { ...busy, problem: network, problemCount: 9 })).toBeNull();
});

test('not where none is due, nor for tasks that are asked about no longer', () => {
  expect(crowd(45, { ...busy, nextAt: NOW + 1000 })).toBeNull();
  expect(
    crowd(45, { ...busy, problem: { ...network, kind: 'not_found' }, nextAt: null }),
  ).toBeNull();
  const ended = anAnswer({ state: 'completed' }, busy);
  expect(crowdAmong(Array.from({ length: 45 }, () => ended))).toBeNull();
});

test('the few that wait for their turn do not make a crowd of those that are in no hurry', () => {
  const eager = anAnswer({ state: 'running' }, busy);
  const slow = { ...eager, problem: network, problemCount: 9 };
  expect(crowdAmong([eager, ...Array.from({ length: 44 }, () => slow)])).toBeNull();
});

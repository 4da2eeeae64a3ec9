import { describe, expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import { PROBLEM_KINDS, PROBLEM_WANTS, TASK_STATES, type LookUpProblem } from '~/core/task';
import { anAnswer, aTracked, NOW, serviceKeys } from '~test/builders';

import { cardOf } from './card-of';
import type { ServiceKeys } from './service-keys';

const stands = (answer: Answer, keys: Partial<ServiceKeys> = {}) =>
  cardOf(aTracked(), answer, serviceKeys(keys)).standing;

function problem(kind: LookUpProblem['kind'], change: Partial<LookUpProblem> = {}) {
  return { problem: { kind, message: null, httpStatus: null, retryAfterMs: null, ...change } };
}

describe('a card calls for attention', () => {
  test('where only the person can help', () => {
    const asked = { nextAt: NOW + 1000 };
    expect(stands(anAnswer(null, problem('not_found')))).toBe('attention');
    expect(stands(anAnswer(null, { ...problem('not_found'), ...asked }))).toBe('unseen');
    expect(stands(anAnswer({ state: 'running' }, { ...problem('network'), ...asked }))).toBe(
      'running',
    );
    expect(stands(anAnswer({ state: 'running' }), { loss: 'missing' })).toBe('attention');
    expect(stands(anAnswer({ state: 'completed' }), { loss: 'missing' })).toBe('ready');
    expect(stands(anAnswer({ state: 'cancelled' }))).toBe('attention');
  });

  test('not for a key that cannot be sent, where others are still to be tried', () => {
    // Without the number of keys, the board counted as attention what its card shows as running.
    const answer = anAnswer(null, {
      ...problem('not_found', { wants: 'plain-key' }),
      nextAt: NOW + 1000,
    });
    expect(stands(answer)).toBe('attention');
    expect(stands(answer, { several: true })).toBe('unseen');
  });

  test('whoever adds the key: a refused one waits for a sign-in or for another key', () => {
    for (const team of [false, true]) {
      expect(stands(anAnswer(null, problem('auth')), { team })).toBe('attention');
      expect(stands(anAnswer({ state: 'running' }), { team, loss: 'refused' })).toBe('attention');
    }
  });
});

describe('only what runs, or waits for its turn at the service, is said to run', () => {
  const planned = { nextAt: NOW + 1000 };

  test('not what no service has answered about', () => {
    expect(stands(anAnswer(null))).toBe('unseen');
    for (const kind of [
      'network',
      'timeout',
      'server',
      'rate_limited',
      'bad_body',
      'other',
    ] as const)
      expect(stands(anAnswer(null, { ...problem(kind), ...planned }))).toBe('unseen');
    // Its service said that it is on its way.
    expect(stands(anAnswer(null, { ...problem('not_ready'), ...planned }))).toBe('running');
    expect(stands(anAnswer({ state: 'queued' }))).toBe('running');
    expect(stands(anAnswer({ state: 'unknown' }))).toBe('running');
  });

  test('not what could not be reached again and again', () => {
    const after = (problemCount: number, kind: LookUpProblem['kind'] = 'network') =>
      stands(anAnswer({ state: 'running' }, { ...problem(kind), ...planned, problemCount }));
    expect([1, 2, 3, 40].map((times) => after(times))).toEqual([
      'running',
      'running',
      'unseen',
      'unseen',
    ]);
    expect(after(40, 'rate_limited')).toBe('running');
  });

  test('not what waits for somebody to let this page in', () => {
    const closed = problem('network', { wants: 'relay' });
    expect(stands(anAnswer(null, { ...closed, ...planned }))).toBe('attention');
  });
});

test('a card says what keeps news away, in the terms of its service’s keys', () => {
  const trouble = (answer: Answer, keys: Partial<ServiceKeys>) =>
    cardOf(aTracked(), answer, serviceKeys(keys)).trouble;
  const unknown = anAnswer(null, problem('not_found'));
  expect(trouble(unknown, {})).toBe('not_found');
  expect(trouble(unknown, { several: true })).toBe('no_key_knows');
  expect(trouble(anAnswer(null, problem('auth')), { team: true })).toBe('not_let_in');
});

test('what has ended stands where it ended, whatever look-up fails afterwards', () => {
  const ended = TASK_STATES.filter((state) => !['queued', 'running', 'unknown'].includes(state));
  for (const state of ended) {
    const calm = stands(anAnswer({ state }));
    for (const kind of PROBLEM_KINDS) {
      for (const wants of [undefined, ...PROBLEM_WANTS])
        expect(stands(anAnswer({ state }, problem(kind, { wants })))).toBe(calm);
    }
  }
});

test('the video of a card is the one to play: not one that the service refused', () => {
  const video = { kind: 'content' } as const;
  const videoOf = (content?: Answer['content']) =>
    cardOf(
      aTracked(),
      anAnswer({ state: 'completed', video }, content ? { content } : {}),
      serviceKeys(),
    ).video;
  expect(videoOf()).toEqual(video);
  expect(videoOf('video')).toEqual(video);
  expect(videoOf('refused')).toBeNull();
});

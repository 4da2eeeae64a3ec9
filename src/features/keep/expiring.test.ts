import { expect, test } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
import type { Task } from '~/core/task';
import { cardOf } from '~/engine/answers/card-of';
import { anAnswer, aTracked, NOW, serviceKeys } from '~test/builders';

import { expiringSoon, LAST_HOUR_MS } from './expiring';

const LINK = { kind: 'link', url: 'https://cdn.test/v.mp4' } as const;
const ready = (change: Partial<Task> = {}): Answer =>
  anAnswer({ state: 'completed', video: LINK, expiresAt: NOW + 1800_000, ...change });
const soon = (answer: Answer, kept: readonly string[] = []) => {
  const card = cardOf(aTracked(), answer, serviceKeys());
  return expiringSoon([card], (key) => kept.includes(key), NOW).map(({ tracked }) => tracked);
};

test('a link in its last hour is worth a word, until its video is kept', () => {
  expect(soon(ready())).toEqual([aTracked()]);
  expect(soon(ready(), [refKey(aTracked())])).toEqual([]);
});

test('the last hour begins after sixty minutes, and ends with the link', () => {
  const left = (ms: number) => soon(ready({ expiresAt: NOW + ms })).length;
  expect([left(LAST_HOUR_MS + 1), left(LAST_HOUR_MS), left(1), left(0), left(-1)]).toEqual([
    0, 1, 1, 0, 0,
  ]);
});

test('nothing is said of links that do not end, of videos behind the key, and of what is not ready', () => {
  expect(soon(ready({ expiresAt: null }))).toEqual([]);
  expect(soon(ready({ video: { kind: 'content' } }))).toEqual([]);
  expect(soon(ready({ state: 'running' }))).toEqual([]);
  expect(soon(anAnswer(null))).toEqual([]);
});

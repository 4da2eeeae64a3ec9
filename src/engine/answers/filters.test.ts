import { describe, expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import { FAILURE_KINDS, FAILURE_REASONS } from '~/core/failure';
import type { FilterName } from '~/core/filters';
import type { TrackedTask } from '~/core/tracked';
import { anAnswer, aSighting, aTracked, NOW, serviceKeys } from '~test/builders';

import { cardOf } from './card-of';
import { daysBefore, FILTERS } from './filters';

const HOUR = 3_600_000;
const around = {
  usualOf: () => null,
  since: daysBefore(NOW),
  kept: new Map([['a', true]]),
  told: new Map([['https://api.example.com told', ['away']]]),
};

function values(name: FilterName, tracked: Partial<TrackedTask>, answer: Answer) {
  return FILTERS[name](cardOf(aTracked(tracked), answer, serviceKeys()), around);
}

describe('a card is counted under', () => {
  test('why it needs attention: its failure, or what keeps news of it away', () => {
    for (const kind of FAILURE_KINDS) {
      const failed = anAnswer({ state: 'failed', failure: { message: null, code: null, kind } });
      expect(values('reason', {}, failed)).toEqual([FAILURE_REASONS[kind]]);
    }
    expect(values('reason', {}, anAnswer({ state: 'failed' }))).toEqual(['unknown']);
    expect(values('reason', {}, anAnswer({ state: 'cancelled' }))).toEqual(['cancelled']);
    const refused = { kind: 'auth', message: null, httpStatus: 401, retryAfterMs: null } as const;
    expect(values('reason', {}, anAnswer(null, { problem: refused }))).toEqual(['auth']);
    const busy = { ...refused, kind: 'rate_limited' } as const;
    expect(values('reason', {}, anAnswer({ state: 'running' }, { problem: busy }))).toEqual([]);
  });

  test('stuck, if its last answer said nothing new for far longer than a run explains', () => {
    const still = (since: number) =>
      anAnswer({ state: 'running' }, { sightings: [aSighting({ at: NOW - since })] });
    expect(values('stuck', {}, still(9 * HOUR))).toEqual(['yes']);
    expect(values('stuck', {}, still(60_000))).toEqual([]);
    expect(values('stuck', {}, anAnswer({ state: 'completed' }))).toEqual([]);
  });

  test('each cell of a pasted table, however it is typed', () => {
    const columns = { Client: ' Northwind  Ltd', 'A/B': 'x', Note: '' };
    expect(values('column', { columns }, anAnswer({}))).toEqual([
      'Client/northwind ltd',
      'A%2FB/x',
    ]);
  });

  test('the spans in which it was added, by the days of the person', () => {
    const today = new Date(NOW).setHours(0, 0, 0, 0);
    const added = (addedAt: number) => values('added', { addedAt }, anAnswer({}));
    expect(added(NOW)).toEqual(['today', 'week', 'month']);
    expect(added(today)).toEqual(['today', 'week', 'month']);
    expect(added(today - 1)).toEqual(['week', 'month']);
    expect(added(today - 8 * 24 * HOUR)).toEqual(['month']);
    expect(added(today - 40 * 24 * HOUR)).toEqual([]);
  });

  test('its batch and its shot, whose name is one however it is typed', () => {
    const batch = { id: 'b1', name: 'Friday set' };
    expect(values('batch', { batch }, anAnswer({}))).toEqual(['b1']);
    expect(values('batch', { batch: null }, anAnswer({}))).toEqual([]);
    expect(values('shot', { shot: ' SH010  Lighthouse' }, anAnswer({}))).toEqual([
      'sh010 lighthouse',
    ]);
  });

  test('what the person is told of it', () => {
    expect(values('told', { taskId: 'told' }, anAnswer({}))).toEqual(['away']);
    expect(values('told', { taskId: 'another' }, anAnswer({}))).toEqual([]);
  });

  test('what the person did with it', () => {
    const done = anAnswer({ state: 'completed', model: 'sora-2' });
    expect(values('picked', { pickedAt: 5 }, done)).toEqual(['yes']);
    expect(values('new', {}, done)).toEqual(['yes']);
    expect(values('new', { seenAt: 5 }, done)).toEqual([]);
    expect(values('tag', { tags: ['hero', 'social'] }, done)).toEqual(['hero', 'social']);
    expect(values('key', { connectionId: null }, done)).toEqual([]);
    expect(values('model', {}, done)).toEqual(['sora-2']);
  });
});

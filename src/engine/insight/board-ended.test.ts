import { expect, it } from 'vitest';

import { SAMPLE_BASE } from '~/core/connection';
import { cardOf, type CardFacts } from '~/engine/answers/card-of';
import { anAnswer, aSighting, aTracked, NOW, serviceKeys } from '~test/builders';

import { createBoardEnded } from './board-ended';
import { BASE, DAY, MINUTE } from './test-ended';

function aCard(taskId: string, task: Parameters<typeof anAnswer>[0], change = {}): CardFacts {
  const tracked = aTracked({ taskId, addedAt: NOW - 5 * MINUTE, ...change });
  const sightings = [
    aSighting({ at: NOW - 4 * MINUTE }),
    aSighting({ at: NOW, state: task?.state ?? 'running' }),
  ];
  return cardOf(tracked, anAnswer(task, { sightings }), serviceKeys());
}

it('knows of each task that has ended how, when and after how long', () => {
  const columns = { Client: 'North' };
  const batch = { id: 'b1', name: 'Harbour' };
  const cost = { amount: 0.4, unit: 'USD' };
  const times = { createdAt: NOW - 6 * MINUTE, completedAt: NOW - MINUTE };
  const cards = [
    aCard(
      'a',
      { state: 'completed', model: 'sora-2', seconds: 8, cost, ...times },
      { columns, batch },
    ),
    aCard('b', { state: 'failed', failure: { message: null, code: null, kind: 'overload' } }),
    aCard('c', { state: 'running' }),
    aCard('d', { state: 'completed' }, { base: SAMPLE_BASE }),
  ];
  expect(createBoardEnded(() => cards)()).toMatchObject([
    {
      base: BASE,
      model: 'sora-2',
      seconds: 8,
      end: 'ready',
      reason: null,
      at: NOW - MINUTE,
      isDated: true,
      tookMs: 5 * MINUTE,
      cost,
      batch: 'b1',
      columns,
    },
    { end: 'failed', reason: 'overload', tookMs: 5 * MINUTE, cost: null, batch: null },
  ]);
});

it('says of what was found ended that nobody knows when, and believes no duration of days', () => {
  const found = anAnswer({ state: 'completed' });
  const unknown = cardOf(aTracked({ addedAt: NOW }), found, serviceKeys());
  const old = aCard(
    'e',
    { state: 'completed', createdAt: NOW - 3 * DAY, completedAt: NOW },
    { addedAt: NOW - 3 * DAY },
  );
  expect(createBoardEnded(() => [unknown, old])()).toMatchObject([
    { at: NOW, isDated: false, tookMs: null },
    { at: NOW, isDated: true, tookMs: null },
  ]);
});

it('is the same list until a task ends, is changed or removed', () => {
  let cards = [aCard('a', { state: 'completed' }), aCard('b', { state: 'running' })];
  const read = createBoardEnded(() => cards);
  const before = read();
  cards = [...cards, aCard('c', { state: 'queued' })];
  expect(read()).toBe(before);
  cards = [...cards, aCard('d', { state: 'failed' })];
  const more = read();
  expect(more).toHaveLength(2);
  cards = cards.slice(1);
  expect(read()).toEqual(more.slice(1));
});

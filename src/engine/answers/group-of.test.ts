import { expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import { byColumn } from '~/core/group-by';
import type { TrackedTask } from '~/core/tracked';
import { anAnswer, aTracked, serviceKeys } from '~test/builders';

import { cardOf, type CardFacts } from './card-of';
import { groupOf } from './group-of';

function card(tracked: Partial<TrackedTask>, answer: Answer = anAnswer({})): CardFacts {
  return cardOf(aTracked(tracked), answer, serviceKeys());
}

test('what a card is grouped by', () => {
  const failed = anAnswer({
    state: 'failed',
    model: 'Sora-2',
    failure: { code: null, message: null, kind: 'overload' },
  });
  const one = card({ batch: { id: 'b1', name: null }, columns: { Client: ' Lumen ' } }, failed);
  expect(groupOf(one, 'none')).toBeNull();
  expect(groupOf(one, 'shot')).toBeNull();
  expect(groupOf(one, 'batch')).toEqual({ id: 'b1', value: '' });
  expect(groupOf(one, byColumn('Client'))).toEqual({ id: 'lumen', value: 'Lumen' });
  expect(groupOf(one, byColumn('toString'))).toBeNull();
  expect(groupOf(one, 'service')?.value).toBe('https://api.example.com');
  expect(groupOf(one, 'model')?.value).toBe('Sora-2');
  expect(groupOf(one, 'reason')?.value).toBe('failure.overload');
  expect(groupOf(card({}), 'reason')).toBeNull();
});

import { describe, expect, it } from 'vitest';

import { NO_ANSWER } from '~/core/answer';
import { cardOf, type CardFacts } from '~/engine/answers/card-of';
import { anAnswer, aTracked, serviceKeys } from '~test/builders';
import * as fc from '~test/properties';

import { BULK_ACTIONS, splitFor } from './bulk';

const card = (taskId: string, ...[answer = NO_ANSWER, keys = {}]: Partial<Parameters<typeof of>>) =>
  of(answer, keys, taskId);
const of = (
  answer: Parameters<typeof cardOf>[1],
  keys: Parameters<typeof serviceKeys>[0],
  taskId: string,
): CardFacts => cardOf(aTracked({ taskId }), answer, serviceKeys(keys));

const READY = card('ready', anAnswer({ state: 'completed', video: { kind: 'content' } }));
const RUNNING = card('running', anAnswer({ state: 'running' }));
const FAILED = card('failed', anAnswer({ state: 'failed' }));
const EMPTY = card('empty', anAnswer({ state: 'completed', video: null }));
const NO_KEY = card('no-key', anAnswer({ state: 'running' }), { loss: 'missing' });
const ALL = [READY, RUNNING, FAILED, EMPTY, NO_KEY];

describe('an action for many', () => {
  it('that needs a video leaves out the others, and says why of each', () => {
    const { fit, skipped } = splitFor('download', [
      ...ALL,
      card('other', anAnswer({ state: 'running' })),
    ]);
    expect(fit).toEqual([READY]);
    expect(skipped[0]).toMatchObject({
      why: 'running',
      keys: expect.arrayContaining([RUNNING.key]),
    });
    expect(skipped.map(({ why }) => why)).toContain('failed');
  });

  it('that asks the service leaves out what has no key', () => {
    expect(splitFor('checkNow', ALL).skipped).toEqual([{ why: 'noKey', keys: [NO_KEY.key] }]);
  });

  it('loses no card, and takes none twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BULK_ACTIONS), fc.subarray(ALL), (action, cards) => {
        const { fit, skipped } = splitFor(action, cards);
        const keys = [...fit.map(({ key }) => key), ...skipped.flatMap((one) => one.keys)];
        expect(keys.toSorted()).toEqual(cards.map(({ key }) => key).toSorted());
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';

import { NO_ANSWER } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import { cardOf, type CardFacts } from '~/engine/answers/card-of';
import { anAnswer, aTracked, serviceKeys } from '~test/builders';
import * as fc from '~test/properties';

import { atOneService, BAR_ACTIONS, countFor, MORE_ACTIONS, splitFor } from './bulk';

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
const NOTHING_KEPT = { kept: new Set<string>() };
const ALL = [READY, RUNNING, FAILED, EMPTY, NO_KEY];

const action = fc.constantFrom(...BAR_ACTIONS, ...MORE_ACTIONS);

describe('an action for many', () => {
  it('is there to be pressed where only sample tasks are shared: what opens says why that cannot be', () => {
    const sample = cardOf(aTracked({ base: SAMPLE_BASE }), NO_ANSWER, serviceKeys());
    expect(countFor('share', [sample], NOTHING_KEPT)).toBe(1);
  });

  it('that needs a video leaves out the others, and says why of each', () => {
    const { fit, skipped } = splitFor(
      'download',
      [...ALL, card('other', anAnswer({ state: 'running' }))],
      NOTHING_KEPT,
    );
    expect(fit).toEqual([READY]);
    expect(skipped[0]).toMatchObject({
      why: 'running',
      keys: expect.arrayContaining([RUNNING.key]),
    });
    expect(skipped.map(({ why }) => why)).toContain('failed');
  });

  it('that asks the service leaves out what has no key', () => {
    expect(splitFor('checkNow', ALL, NOTHING_KEPT).skipped).toEqual([
      { why: 'noKey', keys: [NO_KEY.key] },
    ]);
  });

  it('loses no card, and takes none twice', () => {
    fc.assert(
      fc.property(action, fc.subarray(ALL), fc.subarray(ALL), (chosen, cards, onDevice) => {
        const kept = new Set(onDevice.map(({ key }) => key));
        const { fit, skipped } = splitFor(chosen, cards, { kept });
        expect(countFor(chosen, cards, { kept })).toBe(fit.length);
        const keys = [...fit.map(({ key }) => key), ...skipped.flatMap((one) => one.keys)];
        expect(keys.toSorted()).toEqual(cards.map(({ key }) => key).toSorted());
      }),
    );
  });

  it('that keeps or moves videos leaves out those on this device: their copies would be lost', () => {
    const kept = new Set([READY.key]);
    expect(splitFor('keep', [READY], { kept }).skipped).toEqual([
      { why: 'kept', keys: [READY.key] },
    ]);
    expect(splitFor('relocate', [READY, RUNNING], { kept })).toMatchObject({
      fit: [RUNNING],
      skipped: [{ why: 'kept', keys: [READY.key] }],
    });
  });

  it('that changes a key leaves out what has none of the person’s, and all but one service', () => {
    const team = card('team', anAnswer({ state: 'running' }), { team: true });
    const { fit, skipped } = splitFor('changeKey', [team, ...ALL], NOTHING_KEPT);
    expect(skipped).toEqual([{ why: 'fixedKey', keys: [team.key] }]);
    const tracked = aTracked({ base: 'https://b.test', taskId: 'b' });
    const other = cardOf(tracked, NO_ANSWER, serviceKeys());
    expect(atOneService([other, ...fit])).toEqual({
      fit,
      skipped: [{ why: 'otherService', keys: [other.key] }],
    });
    expect(atOneService(fit).skipped).toEqual([]);
  });
});

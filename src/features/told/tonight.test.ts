import { expect, it } from 'vitest';

import { cardOf } from '~/engine/answers/card-of';
import { anAnswer, aTracked, serviceKeys } from '~test/builders';

import { expiringKeys, restOfDay } from './tonight';

const at = (time: string): number => new Date(`2026-11-23T${time}`).getTime();

it.each([
  ['09:00', 'today', '2026-11-24T00:00'],
  ['16:59', 'today', '2026-11-24T00:00'],
  ['17:00', 'tonight', '2026-11-24T06:00'],
  ['23:30', 'tonight', '2026-11-24T06:00'],
  ['02:00', 'tonight', '2026-11-23T06:00'],
])('at %s a person says “%s”', (time, word, until) => {
  expect(restOfDay(at(time))).toEqual({
    until: new Date(until).getTime(),
    isNight: word === 'tonight',
  });
});

it('counts links that end by then, whose videos are not kept', () => {
  const link = (taskId: string, expiresAt: number | null) => {
    const video = { kind: 'link', url: 'https://a.test/v.mp4' } as const;
    const answer = anAnswer({ state: 'completed', video, expiresAt });
    return cardOf(aTracked({ taskId }), answer, serviceKeys());
  };
  const cards = [
    link('ends', at('20:00')),
    link('ended', at('08:00')),
    link('later', at('23:59') + 120_000),
    link('never', null),
    link('kept', at('20:00')),
  ];
  const keys = expiringKeys(cards, (key) => key.endsWith('kept'), at('09:00'));
  expect(keys).toEqual(['https://api.example.com ends']);
});

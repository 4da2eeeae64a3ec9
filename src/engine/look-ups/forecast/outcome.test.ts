import { expect, it } from 'vitest';

import { anAnswer, aSighting, NOW } from '~test/builders';

import { outcomeOf } from './outcome';

const S = 1000;

it('never learns a shorter time than the page watched, whatever times are said', () => {
  const sightings = [
    aSighting({ at: NOW, state: 'queued' }),
    aSighting({ at: NOW + 20 * S }),
    aSighting({ at: NOW + 118 * S }),
    aSighting({ at: NOW + 125 * S, state: 'completed' }),
  ];
  for (let created = -200; created <= 200; created += 7) {
    for (let completed = -200; completed <= 200; completed += 11) {
      const times = { createdAt: NOW + created * S, completedAt: NOW + completed * S };
      const answer = anAnswer({ state: 'completed', ...times }, { sightings });
      const learnt = outcomeOf(answer, { base: 'https://a.test', model: null, seconds: null });
      expect(learnt?.total).toBeGreaterThanOrEqual(118 * S);
    }
  }
});

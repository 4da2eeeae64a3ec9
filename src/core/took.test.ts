import { describe, expect, test } from 'vitest';

import { anAnswer, aSighting, aTracked, NOW } from '~test/builders';

import type { Answer } from './answer';
import type { Task, TaskState } from './task';
import { lifeOf } from './took';

const S = 1000;
const tracked = aTracked({ addedAt: NOW });

/** Seen in these states at these seconds, the last of them now. */
function seen(steps: readonly (readonly [number, TaskState])[], task: Partial<Task> = {}): Answer {
  const sightings = steps.map(([at, state]) => aSighting({ at: NOW + at * S, state }));
  return anAnswer({ state: steps.at(-1)?.[1] ?? 'running', ...task }, { sightings });
}

const watched = [
  [1, 'queued'],
  [20, 'running'],
  [118, 'running'],
  [125, 'completed'],
] as const;

describe('how long a task took', () => {
  test('is what the service says where the page watched no longer than that', () => {
    const answer = seen(watched, { createdAt: NOW - 5 * S, completedAt: NOW + 121 * S });
    expect(lifeOf(tracked, answer)).toMatchObject({ since: NOW - 5 * S, tookMs: 126 * S });
  });

  test('is what the page watched where the service only tells of a step inside', () => {
    const answer = seen(watched, { createdAt: NOW + 110 * S, completedAt: NOW + 118 * S });
    expect(lifeOf(tracked, answer)).toEqual({
      since: NOW,
      endedAt: NOW + 118 * S,
      tookMs: 118 * S,
    });
    const early = seen(watched, { createdAt: NOW + 10 * S, completedAt: NOW + 18 * S });
    expect(lifeOf(tracked, early).tookMs).toBe(125 * S);
  });

  test('does not hang on whose clock is right', () => {
    const ahead = 3600 * S;
    const answer = seen(watched, {
      createdAt: NOW + ahead,
      completedAt: NOW + ahead + 122 * S,
    });
    expect(lifeOf(tracked, answer).tookMs).toBe(122 * S);
  });

  test('mixes no clocks to something shorter', () => {
    // Only the creation is said, by a clock that is two minutes ahead.
    const answer = seen(watched, { createdAt: NOW + 118 * S });
    expect(lifeOf(tracked, answer).tookMs).toBe(125 * S);
  });

  test('is what the service says where the page came late', () => {
    const times = { createdAt: NOW - 500 * S, completedAt: NOW - 492 * S };
    expect(lifeOf(tracked, seen([[1, 'completed']], times)).tookMs).toBe(8 * S);
  });

  test('is unknown where nobody saw or says it', () => {
    expect(lifeOf(tracked, seen([[1, 'completed']])).tookMs).toBeNull();
    expect(lifeOf(tracked, seen([[1, 'completed']], { completedAt: NOW }))).toMatchObject({
      endedAt: NOW,
      tookMs: null,
    });
    expect(lifeOf(tracked, anAnswer(null)).tookMs).toBeNull();
  });

  test('counts to the second end of a task that was started again', () => {
    const again = seen([
      [1, 'running'],
      [10, 'failed'],
      [20, 'running'],
      [90, 'running'],
      [95, 'failed'],
    ]);
    expect(lifeOf(tracked, again).tookMs).toBe(95 * S);
  });

  test.each(['failed', 'cancelled'] as const)(
    'is never shorter for one that %s either',
    (state) => {
      const steps = [...watched.slice(0, 3), [125, state] as const];
      const answer = seen(steps, { createdAt: NOW + 100 * S, updatedAt: NOW + 101 * S });
      expect(lifeOf(tracked, answer).tookMs).toBe(125 * S);
    },
  );

  test('is never shorter than what was watched, whatever times are said', () => {
    for (let created = -200; created <= 200; created += 7) {
      for (let completed = -200; completed <= 200; completed += 11) {
        const times = { createdAt: NOW + created * S, completedAt: NOW + completed * S };
        expect(lifeOf(tracked, seen(watched, times)).tookMs).toBeGreaterThanOrEqual(118 * S);
      }
    }
  });
});

describe('since when a task runs', () => {
  test('is not later than when the page first saw it', () => {
    const inner = seen(watched.slice(0, 3), { createdAt: NOW + 110 * S });
    expect(lifeOf(tracked, inner).since).toBe(NOW);
    const own = seen(watched.slice(0, 3), { createdAt: NOW - 110 * S });
    expect(lifeOf(tracked, own).since).toBe(NOW - 110 * S);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { anAnswer, aSighting, NOW } from '~test/builders';

import type { Answer } from './answer';
import { remainingMs, shownProgress } from './progress';

const S = 1000;

/** Look-ups ten seconds apart that brought these numbers; the next one is due ten seconds later. */
function seen(...numbers: number[]): Answer {
  const sightings = numbers.map((progress, index) =>
    aSighting({ at: NOW + index * 10 * S, progress }),
  );
  return anAnswer(
    { state: 'running', progress: numbers.at(-1) ?? null },
    { sightings, nextAt: NOW + numbers.length * 10 * S },
  );
}

describe('the bar', () => {
  test('shows nothing where the service says no number', () => {
    expect(shownProgress(anAnswer({ progress: null }), NOW)).toBeNull();
  });

  test('stands on the first number until there is a pace', () => {
    expect(shownProgress(seen(40), NOW + 9 * S)).toBe(40);
  });

  test('glides towards the value expected at the next look-up, and stops there', () => {
    const answer = seen(10, 14);
    expect(shownProgress(answer, NOW + 10 * S)).toBe(14);
    expect(shownProgress(answer, NOW + 15 * S)).toBe(16);
    expect(shownProgress(answer, NOW + 20 * S)).toBe(18);
    expect(shownProgress(answer, NOW + 900 * S)).toBe(18);
  });

  test('never invents the last percent', () => {
    expect(shownProgress(seen(90, 98), NOW + 20 * S)).toBe(99);
  });

  test('stays where it is while look-ups fail', () => {
    const failing = { ...seen(10, 14), problemSince: NOW + 12 * S, nextAt: NOW + 120 * S };
    expect(shownProgress(failing, NOW + 100 * S)).toBe(shownProgress(failing, NOW + 12 * S));
  });

  test('never goes back, whatever the service says and whenever one looks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 20 }),
        (numbers, late) => {
          let before = 0;
          for (let count = 1; count <= numbers.length; count += 1) {
            const answer = seen(...numbers.slice(0, count));
            for (const s of [0, 4, 10]) {
              const shown = shownProgress(answer, NOW + ((count - 1) * 10 + s) * S + late) ?? 0;
              expect(shown).toBeGreaterThanOrEqual(before);
              before = shown;
            }
          }
          expect(before).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});

describe('the time left', () => {
  test('is told by the pace', () => {
    expect(remainingMs(seen(20, 40, 60), NOW + 20 * S)).toBe(20 * S);
    expect(remainingMs(seen(20, 40, 60), NOW + 25 * S)).toBe(15 * S);
  });

  test.each([
    ['one number', seen(40)],
    ['numbers that stand still', seen(40, 40, 40)],
    ['a finished task', anAnswer({ state: 'completed', progress: 100 })],
    ['no number', anAnswer({ progress: null })],
  ])('is not told from %s', (_, answer) => {
    expect(remainingMs(answer, NOW + 20 * S)).toBeNull();
  });

  test('is no longer told when the promised moment has passed', () => {
    expect(remainingMs(seen(20, 40, 60), NOW + 50 * S)).toBeNull();
  });
});

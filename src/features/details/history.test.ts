import { describe, expect, test } from 'vitest';

import { anAnswer, aSighting, aTracked, NOW } from '~test/builders';

import { historyOf, phasesOf } from './history';

const S = 1000;
const tracked = aTracked({ addedAt: NOW });

describe('the phases of a task', () => {
  test('are waiting and making, when the change was seen', () => {
    const answer = anAnswer(
      { state: 'completed', createdAt: NOW, completedAt: NOW + 60 * S },
      {
        sightings: [
          aSighting({ at: NOW, state: 'queued' }),
          aSighting({ at: NOW + 20 * S, state: 'running' }),
          aSighting({ at: NOW + 62 * S, state: 'completed' }),
        ],
      },
    );
    expect(phasesOf(tracked, answer, NOW + 900 * S)).toEqual([
      { kind: 'waiting', from: NOW, to: NOW + 20 * S },
      { kind: 'making', from: NOW + 20 * S, to: NOW + 60 * S },
    ]);
  });

  test('go on while it runs', () => {
    expect(phasesOf(tracked, anAnswer({ state: 'running' }), NOW + 30 * S)).toEqual([
      { kind: 'making', from: NOW, to: NOW + 30 * S },
    ]);
    expect(phasesOf(tracked, anAnswer({ state: 'queued' }), NOW + 30 * S)).toEqual([
      { kind: 'waiting', from: NOW, to: NOW + 30 * S },
    ]);
  });

  test('are unknown where nobody says when it ended', () => {
    expect(phasesOf(tracked, anAnswer({ state: 'completed' }), NOW + 30 * S)).toEqual([]);
    expect(phasesOf(tracked, anAnswer(null), NOW)).toEqual([]);
  });
});

test('the history has one line for each thing the service said', () => {
  const steps = historyOf([
    aSighting({ at: 1, state: 'queued', word: 'queued' }),
    aSighting({ at: 2, word: 'processing', progress: 10 }),
    aSighting({ at: 3, word: 'processing', progress: 90 }),
    aSighting({ at: 4, word: 'upscaling', progress: 95 }),
  ]);
  expect(steps.map(({ at, word, from, to }) => [at, word, from, to])).toEqual([
    [1, 'queued', null, null],
    [2, 'processing', 10, 90],
    [4, 'upscaling', 95, 95],
  ]);
});

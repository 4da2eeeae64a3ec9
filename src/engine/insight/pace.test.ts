import { describe, expect, it } from 'vitest';

import { NOW } from '~test/builders';
import * as fc from '~test/properties';
import { SEED } from '~test/properties';

import { aboutMs, ENOUGH, paceOf } from './pace';
import { DAY } from './test-ended';

/** Numbers by lot, the same every time: mulberry32. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Draw = (random: () => number) => number;

/** Durations as services have them: around two and a half minutes, wide or narrow, in steps or with a long tail. */
const SHAPES: Readonly<Record<string, Draw>> = {
  narrow: (random) => 150_000 * Math.exp(0.1 * normal(random)),
  wide: (random) => 150_000 * Math.exp(0.6 * normal(random)),
  'in steps': (random) => 30_000 * Math.ceil(5 * Math.exp(0.4 * normal(random))),
  'with a tail': (random) => (random() < 0.1 ? 900_000 : 120_000) * (0.8 + 0.4 * random()),
};

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
}

function aDay(
  draw: Draw,
  random: () => number,
  counts: { past: number; today: number },
  factor = 1,
) {
  const past = Array.from({ length: counts.past }, (_, at) => ({
    tookMs: draw(random),
    at: NOW - (1 + (at % 12)) * DAY,
  }));
  const today = Array.from({ length: counts.today }, () => ({
    tookMs: factor * draw(random),
    at: NOW,
  }));
  return paceOf(past, today);
}

const COUNTS = [
  { past: 20, today: 5 },
  { past: 120, today: 9 },
  { past: 600, today: 60 },
];

describe.each(Object.entries(SHAPES))('durations that are %s', (_, draw) => {
  it.each(COUNTS)('of 1,000 ordinary days hardly any is called slower or faster: %j', (counts) => {
    const random = lots(SEED + counts.past);
    let slower = 0;
    let faster = 0;
    for (let day = 0; day < 1000; day += 1) {
      const pace = aDay(draw, random, counts);
      if (pace === 'slower') slower += 1;
      if (pace === 'faster') faster += 1;
    }
    expect(slower).toBeLessThanOrEqual(3);
    expect(faster).toBeLessThanOrEqual(3);
  });

  it('a day on which all take twice as long is called slower', () => {
    const random = lots(SEED);
    const paces = Array.from({ length: 50 }, () => aDay(draw, random, { past: 200, today: 30 }, 2));
    expect(paces.filter((pace) => pace === 'slower').length).toBeGreaterThanOrEqual(45);
  });
});

it('nothing is said from less than there must be', () => {
  const past = Array.from({ length: 30 }, (_, at) => ({
    tookMs: 100_000 + at,
    at: NOW - (1 + (at % 5)) * DAY,
  }));
  const slow = Array.from({ length: 6 }, () => ({ tookMs: 400_000, at: NOW }));
  expect(paceOf(past, slow)).toBe('slower');
  expect(paceOf(past, slow.slice(0, ENOUGH.today - 1))).toBe('unsure');
  expect(paceOf(past.slice(0, ENOUGH.past - 1), slow)).toBe('unsure');
  expect(
    paceOf(
      past.map(({ tookMs }) => ({ tookMs, at: NOW - DAY })),
      slow,
    ),
  ).toBe('unsure');
});

it('what is called slower or faster stays so when both are rounded', () => {
  const length = fc.integer({ min: 1000, max: 7_200_000 });
  fc.assert(
    fc.property(length, fc.integer({ min: 0, max: 400_000 }), (usual, more) => {
      const slow = Math.max(usual * 1.2, usual + 2000) + more;
      expect(aboutMs(slow)).toBeGreaterThan(aboutMs(usual));
      expect(Math.abs(aboutMs(usual) - usual)).toBeLessThanOrEqual(Math.max(500, usual / 20));
    }),
    fc.runs(1000),
  );
});

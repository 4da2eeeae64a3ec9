import { describe, expect, it } from 'vitest';

import { NOW } from '~test/builders';

import type { EndedTask } from './ended-task';
import { insightOf } from './insight-of';
import { sumsOf } from './past/day-sum';
import { midnightBefore } from './past/midnight';
import { ALL, anEnded, BASE, DAY, MINUTE, seenWith } from './test-ended';

function factsOf(tasks: readonly EndedTask[], filter = ALL) {
  return insightOf(seenWith(tasks), filter, NOW);
}

function many(count: number, change: (at: number) => Partial<EndedTask>): EndedTask[] {
  return Array.from({ length: count }, (_, at) => anEnded(change(at)));
}

/** Two weeks of videos that take about two and a half minutes. */
const usual = many(60, (at) => ({
  at: NOW - (1 + (at % 12)) * DAY,
  tookMs: 120_000 + (at % 10) * 6000,
}));

describe('how long each model takes', () => {
  it('is slower today when all of many were, in rounded figures', () => {
    const today = many(7, (at) => ({ at: NOW - at * MINUTE, tookMs: 277_000 + at * 1000 }));
    const others = usual.map((task) => ({ ...task, mark: task.mark + 1000, model: 'veo' }));
    const veo = many(6, (at) => ({ model: 'veo', tookMs: 130_000 + at * 6000 }));
    const { says, models } = factsOf([...usual, ...today, ...others, ...veo]).durations;
    expect(says).toEqual({
      kind: 'unusual',
      models: [
        {
          base: BASE,
          model: 'sora-2',
          pace: 'slower',
          aboutTodayMs: 280_000,
          aboutUsualMs: 145_000,
          count: 7,
        },
      ],
      asUsual: 1,
      unsure: 0,
    });
    expect(models[0]).toMatchObject({ count: 67, usual: { count: 60 }, today: { count: 7 } });
  });

  it('is not slower for longer videos', () => {
    const today = many(7, () => ({ tookMs: 280_000, seconds: 12 }));
    const short = usual.map((task) => ({ ...task, seconds: 4 }));
    expect(factsOf([...short, ...today]).durations.says).toEqual({ kind: 'usual-only', models: 1 });
    const long = many(24, (at) => ({
      at: NOW - (1 + (at % 6)) * DAY,
      tookMs: 270_000 + at * 1000,
      seconds: 12,
    }));
    const { says, models } = factsOf([...short, ...long, ...today]).durations;
    expect(says).toEqual({ kind: 'as-usual', asUsual: 1, unsure: 0 });
    expect(models[0]).toMatchObject({ count: 91, seconds: 12, usual: { count: 24 } });
  });

  it('is not said of too few', () => {
    expect(factsOf([]).durations.says).toEqual({ kind: 'nothing' });
    expect(factsOf(many(3, () => ({ at: NOW - DAY }))).durations.says).toEqual({
      kind: 'too-few',
      count: 3,
      needed: 10,
      days: null,
    });
    // Today's tell nothing of what is usual.
    const more = [...many(3, () => ({ at: NOW - DAY })), ...many(9, () => ({}))];
    expect(factsOf(more, { ...ALL, days: 7 }).durations.says).toMatchObject({ count: 3, days: 13 });
    expect(factsOf([...usual, ...many(2, () => ({}))]).durations.says).toEqual({
      kind: 'usual-only',
      models: 1,
    });
  });

  it('takes sums of any size in its stride', () => {
    const [sum] = sumsOf(midnightBefore(NOW, 3), usual.slice(0, 1));
    if (!sum) throw new Error('no sum');
    const sums = Array.from({ length: 2000 }, (_, n) => ({
      ...sum,
      since: midnightBefore(NOW, n),
      ready: 1e6,
      took: [[60, 1e6]] as const,
    }));
    const { models } = insightOf(seenWith([], { sums, foldedTo: NOW }), ALL, NOW).durations;
    expect(models[0]?.usual).toMatchObject({ count: 2e9 });
  });

  it('counts what the filter shows, and judges by two weeks', () => {
    const { durations } = factsOf(usual, { ...ALL, days: 1 });
    expect(durations.models[0]).toMatchObject({ count: 0, usual: { count: 60 } });
  });
});

describe('by day', () => {
  it('says what there was, and the day with the most of both', () => {
    const day = NOW - 2 * DAY;
    const tasks = [
      ...many(58, () => ({ at: day })),
      ...many(9, () => ({ at: day, end: 'failed', reason: 'overload' })),
      ...many(10, (at) => ({ at: NOW - (at % 5) * DAY })),
    ];
    const { says, days } = factsOf(tasks, { ...ALL, days: 14 }).days;
    expect(days).toHaveLength(5);
    expect(says).toMatchObject({
      kind: 'counted',
      ready: 68,
      failed: 9,
      days: 5,
      failedShare: { kind: 'of-100', n: 12, isExact: false },
      busiest: { most: 'both', at: midnightBefore(NOW, 2), count: 60 },
    });
  });

  it('calls no day the busiest that is not the only one, or among two', () => {
    const tasks = many(12, (at) => ({ at: NOW - (at % 4) * DAY }));
    expect(factsOf(tasks).days.says).toMatchObject({ busiest: null });
    const two = [...many(9, () => ({})), ...many(3, () => ({ at: NOW - DAY }))];
    expect(factsOf(two).days.says).toMatchObject({ busiest: null, failedShare: null });
  });
});

describe('why tasks failed', () => {
  const failed = (count: number, reason: EndedTask['reason']): EndedTask[] =>
    many(count, () => ({ end: 'failed', reason }));

  it('names the most frequent reason, and whether such tasks work again', () => {
    const tasks = [
      ...failed(13, 'overload'),
      ...failed(9, 'moderation_prompt'),
      ...failed(4, 'moderation_image'),
      ...failed(2, 'quota'),
      ...failed(1, 'unknown'),
    ];
    const { says, rows } = factsOf(tasks).reasons;
    expect(says).toEqual({
      kind: 'most',
      reason: 'overload',
      count: 13,
      failed: 29,
      part: 'almost-half',
      worksAgain: true,
    });
    expect(rows.map(({ kind, reason, count }) => [kind, reason, count])).toEqual([
      ['overload', 'overload', 13],
      ['moderation_prompt', 'safety', 9],
      ['moderation_image', 'safety', 4],
      ['quota', 'quota', 2],
      ['unknown', 'unknown', 1],
    ]);
  });

  it.each([
    [[], { kind: 'nothing' }],
    [many(3, () => ({})), { kind: 'none-failed', ended: 3 }],
    [
      [...failed(2, 'quota'), ...failed(2, 'timeout')],
      { kind: 'several', reasons: ['quota', 'timeout'], each: 2, failed: 4 },
    ],
    [[...failed(3, 'unknown'), ...failed(2, 'quota')], { kind: 'unsaid', unsaid: 3, failed: 5 }],
    [
      [
        ...failed(1, 'quota'),
        ...failed(1, 'timeout'),
        ...failed(1, 'overload'),
        ...failed(1, 'likeness'),
      ],
      { kind: 'many', reasons: 4, failed: 4 },
    ],
  ])('case %#', (tasks, says) => {
    expect(factsOf(tasks).reasons.says).toEqual(says);
  });
});

describe('what it cost', () => {
  const other = 'https://gateway.example.net';
  const silent = 'https://video.example.org';

  it('adds up each unit of each service, and money of all', () => {
    const tasks = [
      ...many(128, () => ({ cost: { amount: 0.2, unit: 'USD' } })),
      ...many(47, () => ({ model: 'sora-2-pro', cost: { amount: 0.4, unit: 'USD' } })),
      ...many(142, () => ({ base: other, cost: { amount: 8, unit: 'credits' } })),
      ...many(3, () => ({ base: silent, model: 'kling' })),
      ...many(4, () => ({
        end: 'failed',
        reason: 'overload',
        cost: { amount: 0, unit: 'USD' },
      })),
    ];
    const { says, stated, silent: unsaid } = factsOf(tasks).spend;
    expect(says).toEqual({
      kind: 'stated',
      sums: [
        { unit: 'USD', base: null, amount: 44.4 },
        { unit: 'credits', base: other, amount: 1136 },
      ],
      silentServices: 1,
      failed: { kind: 'free', count: 4 },
    });
    expect(stated[0]?.models).toEqual([
      { model: 'sora-2', count: 128, amount: 25.6, each: 0.2 },
      { model: 'sora-2-pro', count: 47, amount: 18.8, each: 0.4 },
    ]);
    expect(unsaid).toEqual([{ base: silent, count: 3, models: ['kling'] }]);
  });

  it('adds up bare numbers of one model alone, for each may be something else', () => {
    const cost = { amount: 0.12, unit: null };
    const usd = { amount: 0.12, unit: 'USD' };
    const tasks = [
      ...many(2, () => ({ cost })),
      anEnded({ cost: usd }),
      anEnded({ model: 'veo', cost: { amount: 30, unit: null } }),
      anEnded({ base: other, cost }),
    ];
    expect(factsOf(tasks).spend.says).toMatchObject({
      sums: [
        { unit: null, base: BASE, model: 'veo', amount: 30 },
        { unit: null, base: BASE, model: 'sora-2', amount: 0.24 },
        { unit: 'USD', base: null, amount: 0.12 },
        { unit: null, base: other, model: 'sora-2', amount: 0.12 },
      ],
    });
  });

  it('never adds up credits of two services', () => {
    const cost = { amount: 5, unit: 'credits' };
    const { says } = factsOf([anEnded({ cost }), anEnded({ base: other, cost })]).spend;
    expect(says).toMatchObject({ sums: [{ base: BASE }, { base: other }] });
  });
});

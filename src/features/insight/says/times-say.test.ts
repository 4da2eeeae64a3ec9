import { afterEach, describe, expect, test } from 'vitest';

import type { DayFacts, DurationFacts, ModelDurations } from '~/engine/insight/facts';
import { setLocale, translate as t } from '~/i18n/i18n';
import { NOW } from '~test/builders';

import { daysSay } from './days-says';
import { durationsSay } from './durations-says';
import { inBoth } from './test-in-both';

afterEach(() => setLocale('en'));

const BASE = 'https://api.example.com';
const model = (change: Partial<ModelDurations> = {}): ModelDurations => ({
  base: BASE,
  model: 'sora-2',
  count: 30,
  seconds: null,
  usual: null,
  bins: [],
  todayMs: [],
  today: null,
  pace: 'usual',
  ...change,
});

describe('how long models take', () => {
  const say = (says: DurationFacts['says'], models = [model()]) =>
    inBoth(() => durationsSay({ says, models }, t));
  const slow = {
    base: BASE,
    model: 'sora-2',
    pace: 'slower',
    aboutTodayMs: 280_000,
    aboutUsualMs: 150_000,
    count: 7,
  } as const;

  test('one is slower, and what of the others is known', async () => {
    expect(await say({ kind: 'unusual', models: [slow], asUsual: 3, unsure: 0 })).toEqual([
      'sora-2 is slower than usual today: about 4:40 instead of 2:30. The 3 other models take as long as usual.',
      'sora-2 今天比平时慢：约 4:40，平时 2:30。其他 3 个模型与平时一样。',
    ]);
    // Of the unsure nothing is said.
    expect(await say({ kind: 'unusual', models: [slow], asUsual: 1, unsure: 2 })).toEqual([
      'sora-2 is slower than usual today: about 4:40 instead of 2:30. 1 other model takes as long as usual.',
      'sora-2 今天比平时慢：约 4:40，平时 2:30。另有 1 个模型与平时一样。',
    ]);
  });

  test('two services have a model of one name, and more are unusual than are named', async () => {
    const elsewhere = { ...slow, base: 'https://b.test', pace: 'faster' } as const;
    const noName = { ...slow, model: null };
    const all = [model(), model({ base: 'https://b.test' }), model({ model: null })];
    const says = { kind: 'unusual', models: [slow, elsewhere, noName], asUsual: 0, unsure: 0 };
    const [english] = await say(says as DurationFacts['says'], all);
    expect(english).toBe(
      'sora-2 (api.example.com) is slower than usual today: about 4:40 instead of 2:30. ' +
        'sora-2 (b.test) is faster than usual today: about 4:40 instead of 2:30. 1 more model is not as usual.',
    );
  });

  test('all or some are as usual', async () => {
    expect(await say({ kind: 'as-usual', asUsual: 1, unsure: 0 })).toEqual([
      'sora-2 takes as long as usual today.',
      'sora-2 今天与平时一样。',
    ]);
    expect(await say({ kind: 'as-usual', asUsual: 4, unsure: 0 })).toEqual([
      'All 4 models take as long as usual today.',
      '全部 4 个模型今天都与平时一样。',
    ]);
    expect(await say({ kind: 'as-usual', asUsual: 2, unsure: 1 })).toEqual([
      '2 models take as long as usual today. For 1 other model too little has finished to say.',
      '2 个模型今天与平时一样。另有 1 个模型完成得太少，还无法判断。',
    ]);
  });

  test('there is too little, or nothing', async () => {
    expect(await say({ kind: 'usual-only', models: 2 })).toEqual([
      'Whether today is as usual cannot be said yet. What is usual is known of 2 models.',
      '今天是否与平时一样，还无法判断。已知 2 个模型平时需要多久。',
    ]);
    expect(await say({ kind: 'too-few', count: 3, needed: 10, days: 13 })).toEqual([
      'It takes 10 finished videos of one model, from the 13 days before today, to say what is usual. So far there are 3.',
      '同一模型在今天之前的 13 天内完成 10 个视频，才能说明通常需要多久。目前有 3 个。',
    ]);
    expect((await say({ kind: 'too-few', count: 0, needed: 10, days: null }))[0]).toBe(
      'It takes 10 finished videos of one model, from before today, to say what is usual.',
    );
    expect((await say({ kind: 'nothing' }))[0]).toMatch(/^No video has finished/);
  });
});

describe('what finished and failed', () => {
  const say = (change: Partial<Extract<DayFacts['says'], { kind: 'counted' }>>) =>
    inBoth(() =>
      daysSay(
        {
          days: [],
          undated: 0,
          says: {
            kind: 'counted',
            ready: 378,
            failed: 29,
            cancelled: 0,
            days: 14,
            failedShare: null,
            busiest: null,
            ...change,
          },
        },
        NOW,
        t,
      ),
    );

  test('in some days, with the share and the busiest day', async () => {
    const at = new Date(2026, 10, 20, 12).getTime();
    expect(
      await say({
        failedShare: { kind: 'of-100', n: 7, isExact: false },
        busiest: { day: '2026-11-20', at, most: 'both', count: 58 },
      }),
    ).toEqual([
      '378 videos finished and 29 failed in 14 days (about 7 of 100). Friday, November 20 had the most of both.',
      '14 天内完成 378 个视频，失败 29 个（约 7%）。11月20日星期五的完成数和失败数都最多。',
    ]);
  });

  test('every share keeps what it says', async () => {
    const shares = [
      { kind: 'of', part: 3, whole: 12 },
      { kind: 'of-100', n: 25, isExact: true },
      { kind: 'less-than-1-of-100' },
      { kind: 'more-than-99-of-100' },
    ] as const;
    const said: (string | undefined)[] = [];
    for (const failedShare of shares)
      said.push(/\((.*)\)/.exec((await say({ failedShare }))[0])?.[1]);
    expect(said).toEqual(['3 of 12', '25 of 100', 'less than 1 of 100', 'more than 99 of 100']);
  });

  test('today, without a failure, with cancelled ones', async () => {
    expect(await say({ ready: 1, failed: 0, days: 1, cancelled: 2 })).toEqual([
      'Today 1 video finished, and none failed. 2 were cancelled.',
      '今天完成 1 个视频，没有失败。取消 2 个。',
    ]);
    const busiest = { day: '2026-11-23', at: NOW, count: 1200 } as const;
    expect((await say({ busiest: { ...busiest, most: 'failed' } }))[0]).toMatch(
      /14 days\. Today had the most failed: 1,200\.$/,
    );
  });

  test('nothing', async () => {
    const nothing: DayFacts = { days: [], undated: 0, says: { kind: 'nothing' } };
    expect((await inBoth(() => daysSay(nothing, NOW, t)))[1]).toMatch(/^还没有任务结束/);
  });
});

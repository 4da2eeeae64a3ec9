import { afterEach, describe, expect, test } from 'vitest';

import type { BatchFacts } from '~/engine/insight/batch-facts';
import type { ReasonFacts, SpendFacts } from '~/engine/insight/facts';
import { setLocale, translate as t } from '~/i18n/i18n';

import { batchSays } from './batch-says';
import { reasonsSay } from './reasons-says';
import { spendSays } from './spend-says';
import { inBoth } from './test-in-both';

afterEach(() => setLocale('en'));

const BASE = 'https://api.example.com';

describe('why tasks failed', () => {
  const say = (says: ReasonFacts['says']) =>
    inBoth(() => reasonsSay({ failed: 0, rows: [], says }, t));
  const most = {
    kind: 'most',
    reason: 'overload',
    count: 13,
    failed: 29,
    worksAgain: true,
  } as const;

  test('one reason is the most frequent', async () => {
    expect(await say({ ...most, part: 'almost-half' })).toEqual([
      'Almost half of the 29 failures: the service was too busy. Such tasks often work when they are submitted again.',
      '29 次失败中，近一半是：服务太忙。这类任务重新提交往往能成功。',
    ]);
    expect(await say({ ...most, part: 'some', count: 4, worksAgain: false })).toEqual([
      '4 of the 29 failures: the service was too busy.',
      '29 次失败中，有 4 次是：服务太忙。',
    ]);
    expect(
      await say({ ...most, part: 'some', count: 1, failed: 1, reason: 'quota', worksAgain: false }),
    ).toEqual(['The one failure: the account was out of credit.', '唯一一次失败：账户额度不足。']);
  });

  test('several are as frequent, or none stands out', async () => {
    expect(
      await say({ kind: 'several', reasons: ['quota', 'timeout'], each: 3, failed: 7 }),
    ).toEqual([
      'Of the 7 failures, 3 each: the account was out of credit and it took too long.',
      '7 次失败中，以下原因各 3 次：账户额度不足和生成超时。',
    ]);
    expect((await say({ kind: 'many', reasons: 5, failed: 10 }))[0]).toBe(
      'The 10 failures have 5 different reasons, and none stands out.',
    );
  });

  test('nobody says why', async () => {
    expect((await say({ kind: 'unsaid', unsaid: 1, failed: 1 }))[0]).toBe(
      'No reason is known for the one failure.',
    );
    expect((await say({ kind: 'unsaid', unsaid: 3, failed: 5 }))[0]).toBe(
      'No reason is known for 3 of the 5 failures.',
    );
    expect(await say({ kind: 'none-failed', ended: 1200 })).toEqual([
      'None of the 1,200 tasks that ended has failed.',
      '已结束的 1,200 个任务都没有失败。',
    ]);
  });
});

describe('what it cost', () => {
  const say = (says: SpendFacts['says']) =>
    inBoth(() => spendSays({ stated: [], silent: [], says }, t));
  const stated = { kind: 'stated', silentServices: 0, failed: null } as const;

  test('each unit by itself, and who states nothing', async () => {
    expect(
      await say({
        kind: 'stated',
        sums: [
          { unit: 'USD', base: null, amount: 44.4 },
          { unit: 'credits', base: BASE, amount: 1136 },
        ],
        silentServices: 1,
        failed: { kind: 'free', count: 29 },
      }),
    ).toEqual([
      'The services state $44.40 and 1,136 credits. One service states nothing. Failed and cancelled tasks cost nothing.',
      '服务注明的费用：US$44.40和1,136 积分。1 个服务没有注明费用。失败和取消的任务不收费。',
    ]);
  });

  test('nothing is rounded away, and units of two services are told apart', async () => {
    const sums = [
      { unit: 'USD', base: null, amount: 0.0042 },
      { unit: 'credits', base: BASE, amount: 1 },
      { unit: 'credits', base: 'https://b.test', amount: 0.125 },
      { unit: null, base: BASE, amount: 3 },
    ];
    expect((await say({ ...stated, sums }))[0]).toBe(
      'The services state $0.0042, 1 credit (api.example.com), 0.125 credits (b.test), and 1 more sum.',
    );
    expect((await say({ ...stated, sums: [{ unit: null, base: BASE, amount: 3 }] }))[0]).toBe(
      'The services state 3 without a unit.',
    );
    const bare = [
      { unit: null, base: BASE, model: 'sora-2', amount: 3 },
      { unit: null, base: BASE, model: 'veo', amount: 0.12 },
      { unit: null, base: 'https://b.test', model: 'veo', amount: 7 },
    ];
    expect((await say({ ...stated, sums: bare }))[0]).toBe(
      'The services state 3 without a unit (sora-2), 0.12 without a unit (veo (api.example.com)), and 7 without a unit (veo (b.test)).',
    );
    // A service’s own word stays text, whatever it is.
    expect((await say({ ...stated, sums: [{ unit: '<b>', base: BASE, amount: 3 }] }))[0]).toBe(
      'The services state 3 <b>.',
    );
  });

  test('nothing is stated', async () => {
    expect(await say({ kind: 'unstated', services: 2 })).toEqual([
      'None of the 2 services says what its videos cost.',
      '2 个服务都没有注明视频的费用。',
    ]);
    const paid = { kind: 'cost', count: 1 } as const;
    expect(
      (await say({ ...stated, sums: [{ unit: 'USD', base: null, amount: 2 }], failed: paid }))[0],
    ).toMatch(/1 failed or cancelled task cost something, too\.$/);
  });
});

describe('the batch that goes on', () => {
  const counts = {
    total: 24,
    waiting: 1,
    running: 3,
    ready: 19,
    failed: 1,
    cancelled: 0,
    unclear: 0,
    stuck: 0,
  };
  const now = new Date(2026, 10, 23, 14, 36).getTime();
  const at = (minute: number, second = 0) => new Date(2026, 10, 23, 14, minute, second).getTime();
  const say = (says: BatchFacts['says']) => inBoth(() => batchSays({ now, says } as BatchFacts, t));

  test('how far it is, and when the last one should be ready', async () => {
    const lastReady = { from: at(44, 50), to: at(47, 10) };
    expect(await say({ kind: 'going', counts, minutes: 21, lastReady })).toEqual([
      '19 of 24 are ready after 21 min. 1 failed. The last one should be ready between 14:44 and 14:48.',
      '已用时 21 分钟，24 个中已完成 19 个。失败 1 个。最后一个预计在 14:44 到 14:48 之间完成。',
    ]);
    const soon = { from: at(44), to: at(44) };
    expect((await say({ kind: 'going', counts, minutes: 0, lastReady: soon }))[0]).toBe(
      '19 of 24 are ready. 1 failed. The last one should be ready at about 14:44.',
    );
  });

  test('what is stuck or unclear is said, and then no end', async () => {
    const trouble = { ...counts, failed: 0, stuck: 1, unclear: 2 };
    expect((await say({ kind: 'going', counts: trouble, minutes: 1, lastReady: null }))[0]).toBe(
      '19 of 24 are ready after 1 min. 1 has not moved for long. The status of 2 is not known at present.',
    );
  });

  test('it is over', async () => {
    const over = { ...counts, ready: 23, waiting: 0, running: 0 };
    expect(await say({ kind: 'over', counts: over, tookMs: 31 * 60_000 })).toEqual([
      'All 24 have ended: 23 ready, 1 failed, 0 cancelled. It took 31 min.',
      '24 个全部结束：完成 23 个，失败 1 个，取消 0 个。用时 31 分钟。',
    ]);
    const ready = { ...over, ready: 24, failed: 0 };
    expect((await say({ kind: 'over', counts: ready, tookMs: null }))[0]).toBe('All 24 are ready.');
  });
});

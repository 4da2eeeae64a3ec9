import { describe, expect, it } from 'vitest';

import { MOST_COST } from '~/core/cost';
import * as fc from '~test/properties';

import { readAnswer } from '~/engine/gateway/read-answer';

const done = { id: 'task_1', status: 'completed', video_url: 'https://cdn.example.com/v.mp4' };

function costIn(body: object): unknown {
  const reading = readAnswer({
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify(body),
  });
  return 'task' in reading ? reading.task.cost : 'no task';
}

describe('what a task cost', () => {
  it.each([
    [{ ...done, usage: { cost: 0.4 } }, 0.4, null],
    [{ ...done, usage: { cost: 0.4, currency: 'USD' } }, 0.4, 'USD'],
    [{ ...done, cost: 0.1 }, 0.1, null],
    [{ ...done, cost: '$0.25' }, 0.25, '$'],
    [{ ...done, cost: { amount: 2, currency: 'eur' } }, 2, 'EUR'],
    [{ ...done, billing: { total: '1.50', currency: 'USD' } }, 1.5, 'USD'],
    [{ ...done, total_cost_usd: 0.2 }, 0.2, 'USD'],
    [{ ...done, usd_spent: 0.42 }, 0.42, 'USD'],
    [{ ...done, price: { amount: 3, currency: 'CNY' } }, 3, 'CNY'],
    [{ ...done, credits: 4 }, 4, 'credits'],
    [{ ...done, credit: 10 }, 10, 'credits'],
    [{ ...done, meta: { usage: { credits_used: 1 } } }, 1, 'credits'],
    [{ ...done, creditsConsumed: 12 }, 12, 'credits'],
    [{ ...done, credits_charged: 450 }, 450, 'credits'],
    [{ ...done, apiCreditCost: 30 }, 30, 'credits'],
    [{ ...done, meta: { usage: { type: 'point', frozen: 0, consume: 10 } } }, 10, 'points'],
    [{ ...done, final_unit_deduction: '3.5' }, 3.5, 'units'],
    [{ ...done, cost: 5, cost_unit: 'gems' }, 5, 'gems'],
    [{ ...done, 消耗积分: 8 }, 8, 'credits'],
    [{ code: 'success', data: { task_id: 'a', status: 'SUCCESS', quota: 5000 } }, 5000, 'quota'],
    [{ ...done, cost: 0 }, 0, null],
  ])('%j', (body, amount, unit) => {
    expect(costIn(body)).toEqual({ amount, unit });
  });

  it('is money rather than credits, where both are said', () => {
    expect(costIn({ ...done, credits_used: 20, cost_usd: 0.2 })).toEqual({
      amount: 0.2,
      unit: 'USD',
    });
  });

  it('is what is left when something was given back', () => {
    const failed = { id: 'task_1', status: 'failed', error: 'too busy' };
    expect(costIn({ ...failed, credits_used: 20, credits_refunded: 20 })).toEqual({
      amount: 0,
      unit: 'credits',
    });
  });
});

it.each([
  { usage: { completion_tokens: 120, total_tokens: 120 } },
  { usage: { total: 120 } },
  { costTime: 35 },
  { cost: 35_012 },
  { cost: 12, unit: 'seconds' },
  { estimated_cost: 0.4 },
  { max_cost: 0.4 },
  { cost_per_second: 0.05 },
  { unit_cost: 0.05 },
  { unit_price: 0.05 },
  { price: 0.05 },
  { cost_in_usd_ticks: 500_000 },
  { remaining_credits: 900 },
  { credits_remaining: 900 },
  { credit_balance: 900 },
  { total_credits: 900 },
  { user: { credits: 900 } },
  { account: { credits: 900, credits_used: 100 } },
  { remaining_quota: { credits: 900 } },
  { limits: { cost: 900 } },
  { result: { extra: { credits: 900 } } },
  { input: { cost: 3 } },
  { cost: -1 },
  { cost: MOST_COST * 2, currency: 'USD' },
  { cost: 'free' },
  { cost: null },
  { frozen: 3 },
])('%j states no cost', (more) => {
  expect(costIn({ ...done, ...more })).toBeUndefined();
});

it('is not said before the end, nor by what was taken for a task that failed', () => {
  expect(costIn({ id: 'task_1', status: 'running', credits_charged: 450 })).toBeUndefined();
  expect(costIn({ id: 'task_1', status: 'failed', quota: 5000 })).toBeUndefined();
});

it('is a number within bounds, or not said, whatever is sent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('cost', 'credits_used', 'total_cost', 'currency', 'usage', 'quota'),
      fc.jsonValue(),
      fc.jsonValue(),
      (name, value, currency) => {
        const cost = costIn({ ...done, currency, [name]: value }) as
          | { amount: number; unit: string | null }
          | undefined;
        if (cost === undefined) return;
        expect(cost.amount).toBeGreaterThanOrEqual(0);
        expect(cost.amount).toBeLessThanOrEqual(MOST_COST);
        expect((cost.unit ?? '').length).toBeLessThanOrEqual(20);
      },
    ),
  );
});

it('stays a bare number where no unit is said: which one, nobody can know', () => {
  const amount = fc.integer({ min: 0, max: 999_999_999 }).map((millionths) => millionths / 1e6);
  const holders = fc.constantFrom<(value: unknown) => object>(
    (cost) => ({ cost }),
    (cost) => ({ usage: { cost } }),
    (total) => ({ billing: { total } }),
    (total_cost) => ({ meta: { total_cost } }),
  );
  fc.assert(
    fc.property(amount, holders, fc.boolean(), (value, held, asText) => {
      const said = asText ? value.toFixed(6) : value;
      expect(costIn({ ...done, ...held(said) })).toEqual({ amount: value, unit: null });
    }),
  );
});

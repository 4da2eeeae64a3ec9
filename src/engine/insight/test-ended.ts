import { FAILURE_KINDS } from '~/core/failure';
import { NOW } from '~test/builders';
import * as fc from '~test/properties';

import type { EndedTask } from './ended-task';
import type { InsightFilter } from './facts';
import { NO_PAST } from './past/past';
import type { Seen } from './seen';

export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const BASE = 'https://api.example.com';

/** A filter that leaves everything. */
export const ALL: InsightFilter = {
  days: null,
  services: [],
  models: [],
  batches: [],
  shots: [],
  reasons: [],
  column: null,
};

let marks = 0;

/** A video that was ready at `NOW` after two and a half minutes; say what matters to the test. */
export function anEnded(change: Partial<EndedTask> = {}): EndedTask {
  return {
    mark: (marks += 1),
    at: NOW,
    isDated: true,
    tookMs: 150_000,
    end: 'ready',
    reason: null,
    base: BASE,
    model: 'sora-2',
    seconds: null,
    cost: null,
    batch: null,
    shot: 0,
    columns: {},
    ...change,
  };
}

export function seenWith(tasks: readonly EndedTask[], more: Partial<Seen> = {}): Seen {
  return { ...NO_PAST, tasks, onBoard: new Set(), ...more };
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

/** Any ended task of the last 40 days, as it is kept: in steps of seconds. */
export const someEnded: fc.Arbitrary<EndedTask> = fc
  .record({
    mark: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
    at: fc.integer({ min: 0, max: 40 * 43_200 }).map((steps) => NOW - steps * 2000),
    isDated: fc.boolean(),
    tookMs: fc.option(fc.integer({ min: 1, max: 2000 }).map((steps) => steps * 500)),
    end: oneOf<EndedTask['end']>('ready', 'ready', 'failed', 'cancelled'),
    why: oneOf(...FAILURE_KINDS),
    base: oneOf(BASE, 'https://gateway.example.net'),
    model: oneOf('sora-2', 'veo', null),
    seconds: oneOf(5, 8, null),
    cost: fc.option(
      fc.record({ amount: oneOf(0, 0.2, 0.4, 8), unit: oneOf('USD', 'credits', null) }),
    ),
    batch: oneOf('b1', 'b2', null),
    shot: oneOf(0, 7, 8),
    columns: oneOf({}, { Client: 'North' }, { Client: 'South', Day: '1' }),
  })
  .map(({ why, ...task }) => ({ ...task, reason: task.end === 'failed' ? why : null }));

export const someTasks = fc.uniqueArray(someEnded, { selector: ({ mark }) => mark, maxLength: 60 });

import { deserialize, serialize } from 'node:v8';

import { insightOf } from '~/engine/insight/insight-of';
import type { MonthChunk } from '~/engine/insight/past/month-chunk';
import { bytesOfAll, NO_PAST, packed, unpacked, type Packed } from '~/engine/insight/past/past';
import { writeSums } from '~/engine/insight/past/sums-text';
import { seenOf } from '~/engine/insight/seen';

import { seed } from './seed';

/** What is allowed: from the stored rows to the facts of the page, in ms, and all that is stored, in bytes. */
const LIMIT_MS = 200;
const LIMIT_BYTES = 2_000_000;

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 14, 33);
const ALL = {
  days: 14,
  services: [],
  models: [],
  batches: [],
  shots: [],
  reasons: [],
  column: null,
};

/** Prints what 1,000 to 100,000 past tasks take, and fails where that is more than is allowed. */
export function main(): void {
  let isOver = false;
  for (const count of [1000, 10_000, 100_000]) {
    const stored = packed({ ...NO_PAST, tasks: seed(count, NOW) });
    const rows = serialize(rowsOf(stored));
    const times = Array.from({ length: 7 }, () => timesOf(rows));
    const best = times.toSorted((a, b) => a.all - b.all)[0];
    const bytes = bytesOfAll(stored);
    const whole = times.map(({ all }) => all).toSorted((a, b) => a - b)[3] ?? Infinity;
    isOver ||= whole > LIMIT_MS || bytes > LIMIT_BYTES;
    console.log(
      `${count} past tasks: ${kB(bytes)} as counted, ${kB(rows.length)} serialised; ` +
        `facts after ${whole.toFixed(0)} ms (best: rows ${best?.rows.toFixed(0)}, ` +
        `read ${best?.read.toFixed(0)}, facts of 14 days ${best?.facts.toFixed(0)}, of all ${best?.ofAll.toFixed(0)}; ` +
        `detail of ${detailDays(stored)} days)`,
    );
  }
  console.log(`allowed: ${LIMIT_MS} ms, ${kB(LIMIT_BYTES)}`);
  if (isOver) process.exitCode = 1;
}

interface Times {
  rows: number;
  read: number;
  facts: number;
  ofAll: number;
  /** All of them, but for the second look at the facts. */
  all: number;
}

function timesOf(rows: Buffer): Times {
  const start = performance.now();
  const { months } = deserialize(rows) as { months: [number, MonthChunk][] };
  const haveRows = performance.now();
  const past = unpacked({ months: new Map(months), sums: [], foldedTo: null });
  const haveTasks = performance.now();
  const seen = seenOf([], past);
  insightOf(seen, ALL, NOW);
  const haveFacts = performance.now();
  insightOf(seen, { ...ALL, days: null }, NOW);
  return {
    rows: haveRows - start,
    read: haveTasks - haveRows,
    facts: haveFacts - haveTasks,
    ofAll: performance.now() - haveFacts,
    all: haveFacts - start,
  };
}

/** What IndexedDB holds: it writes values as V8 does. */
function rowsOf({ months, sums, foldedTo }: Packed): object {
  return { months: [...months], sums: { version: 1, foldedTo, sums: writeSums(sums) } };
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

function detailDays({ foldedTo }: Packed): number {
  return foldedTo === null ? 365 : Math.round((NOW - foldedTo) / DAY);
}

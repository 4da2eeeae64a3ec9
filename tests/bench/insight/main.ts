import { deserialize, serialize } from 'node:v8';

import type { EndedTask } from '~/engine/insight/ended-task';
import { insightOf } from '~/engine/insight/insight-of';
import { markOf, shortMark } from '~/engine/insight/mark';
import type { MonthChunk } from '~/engine/insight/past/month-chunk';
import { bytesOfAll, NO_PAST, packed, unpacked, type Packed } from '~/engine/insight/past/past';
import { writeSums } from '~/engine/insight/past/sums-text';
import { seenOf } from '~/engine/insight/seen';

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
    const stored = packed({ ...NO_PAST, tasks: seed(count) });
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

const CLIENTS = ['North', 'South', 'Harbour', 'Atelier 9', 'Kino', '雪豹'];
const MODELS = ['sora-2', 'sora-2-pro', 'veo3.1-fast', 'kling-v2-1', 'wan2.5'];
const BASES = [
  'https://api.example.com',
  'https://gateway.example.net',
  'https://video.example.org',
];

/** Tasks of a year, as a busy team has them. */
function seed(count: number): EndedTask[] {
  return Array.from({ length: count }, (_, n) => {
    const model = n % MODELS.length;
    const hasFailed = n % 14 === 0;
    return {
      mark: markOf(`https://api.example.com task_${n}`),
      at: NOW - (n % 365) * DAY - (n % 6000) * 2000,
      isDated: true,
      tookMs: (60 + 40 * model + (n % 97)) * 1000,
      end: hasFailed ? 'failed' : 'ready',
      reason: hasFailed ? 'overload' : null,
      base: BASES[model % BASES.length] ?? '',
      model: MODELS[model] ?? null,
      seconds: n % 3 === 0 ? 8 : 5,
      cost: model < 2 ? { amount: (model + 1) / 5, unit: 'USD' } : null,
      batch: `batch-${Math.floor(n / 60)}`,
      shot: shortMark(`SH${n % 900}`),
      columns: { Client: CLIENTS[n % CLIENTS.length] ?? '', Format: n % 2 === 0 ? '16:9' : '9:16' },
    };
  });
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

function detailDays({ foldedTo }: Packed): number {
  return foldedTo === null ? 365 : Math.round((NOW - foldedTo) / DAY);
}

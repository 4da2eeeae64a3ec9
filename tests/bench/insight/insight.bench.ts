import { rmSync } from 'node:fs';

import { chromium, expect, test, type Browser, type Page } from '@playwright/test';

import { listed } from '~/engine/insight/past/month-chunk';
import { NO_PAST, packed } from '~/engine/insight/past/past';
import { writeSums } from '~/engine/insight/past/sums-text';

import { findChromium } from '../../../scripts/browser.mjs';
import { kilobytes, report } from '../media/report';
import { buildPage } from '../support/build';
import { serveFolder } from '../support/static-server';
import { seed } from './seed';

/**
 * What is allowed: from the address of Insight to the frame in which its pictures are there, in ms of the page's own
 * processor time, so that what else a machine does counts for nothing.
 */
const LIMIT_MS = 200;
const TURNS = 5;

test('opening Insight, with little and with much behind it', async () => {
  const folder = await buildPage();
  const server = await serveFolder(folder);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: run `node scripts/setup.mjs --browser`.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const medians: number[] = [];
    for (const count of [1000, 10_000, 100_000]) {
      const { bytes, turns } = await timesToOpen(browser, server.address, count);
      const worked = median(turns.map((turn) => turn.worked));
      medians.push(worked);
      report(
        `${count} past tasks, ${kilobytes(bytes)} by the browser’s own estimate`,
        `drawn after ${median(turns.map((turn) => turn.took))} ms, ${worked} ms of processor time of ${LIMIT_MS} allowed`,
      );
    }
    expect(Math.max(...medians)).toBeLessThanOrEqual(LIMIT_MS);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** In a browser profile of its own. Each turn starts the page anew: what was read before is not known any more. */
async function timesToOpen(browser: Browser, address: string, count: number) {
  const page = await browser.newPage();
  // Of the same origin, and nothing of the page runs in it.
  await page.goto(`${address}config.json`);
  const bytes = await storePast(page, count);
  const metrics = await page.context().newCDPSession(page);
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics: all } = await metrics.send('Performance.getMetrics');
    return 1000 * (all.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const turns: { took: number; worked: number }[] = [];
  // The first turn fetches the code, and is not counted.
  for (let turn = -1; turn < TURNS; turn += 1) {
    await page.goto(`${address}?${turn}`);
    await page.getByRole('button', { name: 'Try the sample board' }).waitFor();
    const before = await worked();
    const took = await page.evaluate(open);
    if (turn >= 0) turns.push({ took, worked: (await worked()) - before });
  }
  await page.close();
  return { bytes, turns };
}

function median(times: readonly number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity);
}

/** Runs in the page. */
async function open(): Promise<number> {
  const start = performance.now();
  location.hash = '#/insight';
  for (;;) {
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
    const took = performance.now() - start;
    if (document.querySelectorAll('section h3').length >= 4) return took;
    if (took > 20_000) throw new Error('Never drawn');
  }
}

/** Leaves so many tasks in the page's storage, as the page writes them; how many bytes more it takes then. */
async function storePast(page: Page, count: number): Promise<number> {
  const { months, sums, foldedTo } = packed({ ...NO_PAST, tasks: seed(count, Date.now()) });
  return page.evaluate(putRows, {
    months: [...months].map(([since, chunk]) => [since, listed(chunk)] as const),
    sums: { version: 1, foldedTo, sums: writeSums(sums) },
  });
}

/** Runs in the page. */
async function putRows(rows: {
  months: (readonly [number, object])[];
  sums: object;
}): Promise<number> {
  const used = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0;
  const before = await used();
  const opening = indexedDB.open('rushes-past');
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('months'));
  const db = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const transaction = db.transaction('months', 'readwrite');
  const store = transaction.objectStore('months');
  for (const [since, lists] of rows.months) {
    const chunk = Object.entries(lists).map(([name, value]: [string, unknown]) => {
      const Numbers = name === 'marksLow' || name === 'shots' ? Uint32Array : Uint16Array;
      return [name, Array.isArray(value) ? Numbers.from(value as number[]) : value] as const;
    });
    store.put(Object.fromEntries(chunk), since);
  }
  store.put(rows.sums, 'sums');
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
  db.close();
  return (await used()) - before;
}

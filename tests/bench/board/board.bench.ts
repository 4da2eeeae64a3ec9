import { rmSync } from 'node:fs';

import { chromium, expect, test, type Browser } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/browser.mjs';
import { buildPage } from '../support/build';
import { serveFolder } from '../support/static-server';
import { measureBoard, type Figures, type Times } from './measure';
import { percentile } from './numbers';
import { frameTimesOfScrolling } from './scroll';
import { storeTasks } from './seed';
import { startService } from './service';
import { overLimits, tableOf } from './table';

const SMALL = 10;
const RUNNING = 500;
const quick = process.env['BOARD_QUICK'] === '1';
const tasks = process.env['BOARD_TASKS'];
const sizes = tasks ? [SMALL, Number(tasks)] : [SMALL, 1000, 10_000];
const times: Times = quick
  ? { reloads: 3, restMs: 9000, settleMs: 8000, steadyMs: 20_000, idleMs: 8000 }
  : { reloads: 5, restMs: 9000, settleMs: 15_000, steadyMs: 60_000, idleMs: 20_000 };

/** Without a graphics card every moving bar is painted by the processor. */
const DESK = {
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
  locale: 'en-GB',
} as const;

test(`boards of ${sizes.join(', ')} tasks`, async () => {
  const folders = [await buildPage(), await buildPage('tests/bench/board/empty-list')];
  const [server, emptyList] = await Promise.all(folders.map(serveFolder));
  if (!server || !emptyList) throw new Error('Nothing is served.');
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: run `node scripts/setup.mjs --browser`.');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const emptyScroll = await scrollOfEmptyList(browser, emptyList.address);
    const figures = new Map<number, Figures>();
    for (const size of sizes) {
      const running = Math.min(size, RUNNING);
      const service = await startService(running);
      const context = await browser.newContext(DESK);
      // A step that never ends is told, and not waited for.
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const { address } = server;
      await storeTasks(page, { address, service: service.address, tasks: size, running });
      const board = { address, service };
      figures.set(size, await measureBoard(page, board, { times, emptyScroll }));
      await context.close();
      await service.stop();
    }
    console.log(tableOf(figures));
    expect(overLimits(figures), 'more than allowed').toEqual([]);
  } finally {
    await browser.close();
    await Promise.all([server.stop(), emptyList.stop()]);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
});

async function scrollOfEmptyList(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage(DESK);
  await page.goto(address);
  await page.waitForTimeout(1000);
  const scroll = percentile(await frameTimesOfScrolling(page), 0.95);
  await page.close();
  return scroll;
}

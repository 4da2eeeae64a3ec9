import { rmSync } from 'node:fs';

import { chromium, expect, test } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/browser.mjs';
import { buildPage } from '../support/build';
import { serveFolder } from '../support/static-server';
import { measureBoard, type Figures, type Times } from './measure';
import { storeTasks } from './seed';
import { startService } from './service';
import { overLimits, tableOf } from './table';

const SMALL = 10;
const RUNNING = 500;
const quick = process.env['BOARD_QUICK'] === '1';
const tasks = process.env['BOARD_TASKS'];
const sizes = tasks ? [SMALL, Number(tasks)] : [SMALL, 1000, 10_000];
const times: Times = quick
  ? { reloads: 3, restMs: 9000, settleMs: 8000, steadyMs: 15_000, idleMs: 4000 }
  : { reloads: 5, restMs: 9000, settleMs: 15_000, steadyMs: 60_000, idleMs: 15_000 };

test(`boards of ${sizes.join(', ')} tasks`, async () => {
  const folder = await buildPage();
  const server = await serveFolder(folder);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: run `node scripts/setup.mjs --browser`.');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const figures = new Map<number, Figures>();
    for (const size of sizes) {
      const running = Math.min(size, RUNNING);
      const service = await startService(running);
      // Without a graphics card every moving bar is painted by the processor.
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        locale: 'en-GB',
      });
      const page = await context.newPage();
      const { address } = server;
      await storeTasks(page, { address, service: service.address, tasks: size, running });
      figures.set(size, await measureBoard(page, { address, service, times }));
      await context.close();
      await service.stop();
    }
    console.log(tableOf(figures));
    expect(overLimits(figures), 'more than allowed').toEqual([]);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

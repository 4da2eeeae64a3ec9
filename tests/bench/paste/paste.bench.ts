import { rmSync } from 'node:fs';

import { chromium, expect, test, type Page } from '@playwright/test';

import { analyse } from '~/features/add-tasks/recognise/analyse';

import { findChromium } from '../../../scripts/browser.mjs';
import { report } from '../media/report';
import { buildPage } from '../support/build';
import { serveFolder } from '../support/static-server';
import { HEAVY, messageWith } from './texts';

/** What is allowed: from the paste to its count on the screen, in ms, and typing compared with a bare text area. */
const PASTE_LIMIT_MS = 1000;
const ANALYSIS_LIMIT_MS = 1000;
const TYPING_RATIO = 1.5;
const KEYS = 20;

test('pasting and typing, against a bare text area', async () => {
  const folder = await buildPage();
  const server = await serveFolder(folder);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: run `node scripts/setup.mjs --browser`.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const late: string[] = [];
  try {
    for (const count of [1000, 3000, 10_000]) {
      const page = await openedPage(server.address, browser);
      const ms = await timeOfPaste(
        page,
        messageWith(count),
        new RegExp(`Add ${count.toLocaleString('en')} tasks`),
      );
      report(
        `${count} ids pasted and counted`,
        `${Math.round(ms)} ms of ${PASTE_LIMIT_MS} allowed`,
      );
      if (ms > PASTE_LIMIT_MS) late.push(`${count} ids`);
      await page.close();
    }
    // In turns, so that a machine that slows down slows both.
    const times = { page: [] as number[], bare: [] as number[] };
    for (let turn = 0; turn < 3; turn += 1) {
      const page = await openedPage(server.address, browser);
      await timeOfPaste(page, messageWith(1000), /Add 1,000 tasks/);
      times.page.push(...(await timesOfKeys(page)));
      await page.close();
      const bare = await browser.newPage();
      await bare.setContent(
        '<textarea style="width:720px;height:176px;white-space:pre"></textarea>',
      );
      await bare.locator('textarea').fill(messageWith(1000));
      times.bare.push(...(await timesOfKeys(bare)));
      await bare.close();
    }
    const ratio = median(times.page) / median(times.bare);
    report(
      'a typed character at 1000 ids',
      `${median(times.page).toFixed(1)} ms, bare ${median(times.bare).toFixed(1)} ms, ratio ${ratio.toFixed(2)} of ${TYPING_RATIO} allowed`,
    );
    if (ratio > TYPING_RATIO) late.push('typing');
    // Alone: what a browser needs to lay out a million line ends is another matter.
    for (const [name, text] of Object.entries(HEAVY)) {
      const start = performance.now();
      analyse(text);
      const ms = performance.now() - start;
      report(`1 MB of ${name} analysed`, `${Math.round(ms)} ms of ${ANALYSIS_LIMIT_MS} allowed`);
      if (ms > ANALYSIS_LIMIT_MS) late.push(`1 MB of ${name}`);
    }
    expect(late, 'slower than allowed').toEqual([]);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

type Browser = Awaited<ReturnType<typeof chromium.launch>>;

async function openedPage(address: string, browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Keys and task ids' }).waitFor();
  return page;
}

/** From the paste event to the frame in which the button says `counted`, in ms. */
async function timeOfPaste(page: Page, text: string, counted: RegExp): Promise<number> {
  return page.evaluate(
    async ([pasted, words]) => {
      const field = document.querySelector('textarea');
      if (!field) throw new Error('No box');
      field.focus();
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      const start = performance.now();
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      const wanted = new RegExp(words);
      for (;;) {
        await new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
        });
        const there = [...document.querySelectorAll('button')].some((button) =>
          wanted.test(button.textContent ?? ''),
        );
        if (there) return performance.now() - start;
        if (performance.now() - start > 60_000) throw new Error('Never counted');
      }
    },
    [text, counted.source] as const,
  );
}

/** From a typed character to the frame after it, in ms, for each of a few. */
async function timesOfKeys(page: Page): Promise<number[]> {
  await page.locator('textarea').focus();
  const times: number[] = [];
  for (let key = 0; key < KEYS; key += 1) {
    await page.evaluate(() => {
      const field = document.querySelector('textarea');
      Object.assign(globalThis, { took: null });
      field?.addEventListener(
        'keydown',
        () => {
          const start = performance.now();
          requestAnimationFrame(() =>
            setTimeout(() => Object.assign(globalThis, { took: performance.now() - start })),
          );
        },
        { once: true },
      );
    });
    await page.keyboard.press('x');
    times.push(
      await page.evaluate(async () => {
        const got = (): number | null => (globalThis as { took?: number | null }).took ?? null;
        while (got() === null) await new Promise((resolve) => setTimeout(resolve, 5));
        return got() ?? 0;
      }),
    );
  }
  return times;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

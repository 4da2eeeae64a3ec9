import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium, expect, test as base, type BrowserContext, type Page } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/browser.mjs';
import { startGateway, type TestGateway } from './gateway';
import { clocksOf, type SleepThrough } from './sleep';

interface Fixtures {
  /** Flags for this Chromium beyond the usual ones. */
  flags: readonly string[];
  real: BrowserContext;
  /** Opens the page in a new tab, in front of all others. */
  open: () => Promise<Page>;
  gateway: TestGateway;
  sleepThrough: SleepThrough;
}

/** `test` for journeys in which tabs are hidden, frozen, hung or put away as they are for a person. */
export const test = base.extend<Fixtures>({
  flags: [[], { option: true }],
  // oxlint-disable-next-line no-empty-pattern
  gateway: async ({}, provide) => {
    const gateway = await startGateway(1);
    await provide(gateway);
    await gateway.stop();
  },
  real: async ({ flags }, provide) => {
    const browser = await openRealBrowser(flags);
    await provide(browser.context);
    await browser.close();
  },
  sleepThrough: async ({ real }, provide) => provide(await clocksOf(real)),
  open: async ({ real, baseURL }, provide) => {
    await provide(async () => {
      const page = await real.newPage();
      await page.goto(baseURL ?? '/');
      // With a profile of its own it starts slowly where others run beside it.
      const box = page.getByRole('textbox', { name: 'Keys and task ids' });
      await expect(box.or(page.getByRole('article')).first()).toBeVisible({ timeout: 30_000 });
      return page;
    });
  },
});

export { expect } from '@playwright/test';

/** Puts another tab in front, so that this one is hidden, and makes sure that it is. */
export async function hide(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
}

export interface RealBrowser {
  context: BrowserContext;
  close(): Promise<void>;
}

/**
 * A Chromium whose tabs really are hidden when another is in front, with timers throttled as for a person, and
 * with a back-forward cache. Playwright's own launch makes every page believe it is in front, so this one is
 * started by hand and joined over its debugging port without Playwright's defaults.
 */
export async function openRealBrowser(extraFlags: readonly string[] = []): Promise<RealBrowser> {
  const executable = findChromium();
  if (!executable) throw new Error('No Chromium found');
  const profile = await mkdtemp(path.join(tmpdir(), 'rushes-chromium-'));
  const child = spawn(
    executable,
    [
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--lang=en-GB',
      '--window-size=1440,900',
      ...CHROMIUM_FLAGS,
      ...extraFlags,
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  const removeProfile = (): Promise<void> =>
    rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

  try {
    const port = await debuggingPort(profile);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    const context = browser.contexts()[0];
    if (!context) throw new Error('Chromium came without a context');
    return {
      context,
      async close() {
        const session = await browser.newBrowserCDPSession();
        // Chromium may be gone before it has answered.
        await session.send('Browser.close').catch(() => undefined);
        await gone;
        await removeProfile();
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    await gone;
    await removeProfile();
    throw error;
  }
}

/** Chromium writes the port it was given into its profile as soon as it listens. */
async function debuggingPort(profile: string): Promise<string> {
  let port = '';
  await expect
    .poll(
      async () => {
        const file = path.join(profile, 'DevToolsActivePort');
        [port = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
        return port;
      },
      { timeout: 20_000, intervals: [50] },
    )
    .not.toBe('');
  return port;
}

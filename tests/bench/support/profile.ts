import { chromium, expect, type BrowserContext } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/browser.mjs';
import { startGateway, type TestGateway } from '../../e2e/support/gateway';
import { KEY } from '../../e2e/support/ids';
import { filter, pasteTasks } from '../../e2e/support/page';

/** Lighthouse's phone. */
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
const RUNNING = 6;

/** A browser that remembers in `folder`, but no file of the page: its service worker would have them all. */
export async function openProfile(
  folder: string,
  flags: readonly string[] = [],
): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: run `node scripts/setup.mjs --browser`.');
  return chromium.launchPersistentContext(folder, {
    ...PHONE,
    executablePath,
    args: [...CHROMIUM_FLAGS, ...flags],
    locale: 'en-GB',
    colorScheme: 'light',
    serviceWorkers: 'block',
  });
}

/** A gateway whose tasks were all ordered ten minutes ago: one look-up of each fills a board. */
export async function startAgedGateway(): Promise<TestGateway> {
  const birth = Date.now() - 600_000;
  return startGateway(1, { births: { get: () => birth, set: () => undefined } });
}

/** Lets a browser watch `count` tasks until all but a few are ready, and closes it: they are remembered then. */
export async function fillProfile(
  folder: string,
  { address, gateway, count }: { address: string; gateway: TestGateway; count: number },
): Promise<void> {
  const context = await openProfile(folder);
  try {
    const page = await context.newPage();
    await page.goto(address);
    const ids = Array.from({ length: count }, (_, index) =>
      index < RUNNING ? `estuck-${index + 1}` : `fast-${index + 1}`,
    );
    await pasteTasks(page, {
      address: gateway.address,
      key: KEY,
      ids,
      onThisDevice: true,
    });
    await expect(filter(page, 'Ready')).toHaveAccessibleName(`Ready ${count - RUNNING}`, {
      timeout: 300_000,
    });
    // Put away as people do it: the page hears of it.
    await page.goto('about:blank');
  } finally {
    await context.close();
  }
}

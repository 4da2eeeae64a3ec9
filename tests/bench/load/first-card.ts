import type { BrowserContext, Page } from '@playwright/test';

/** Lighthouse's slow 4G, in bytes per second, and its phone. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const CPU_SLOWER = 4;

export interface Load {
  /** When the first card was on the screen, and when anything was, in ms from the start of the navigation. */
  card: number;
  /** When the first card stood there that can be pressed: before, it is the picture of the last visit. */
  live: number;
  paint: number;
  /** What was loaded until that card was there; times as above, bytes over the wire. */
  requests: { name: string; start: number; end: number; bytes: number }[];
}

/** Opens a page with nothing in the HTTP cache, on a slow phone in a slow network. */
export async function loadCold(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.clearBrowserCache');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
    await watchForCard(page);
    await page.goto(address, { waitUntil: 'commit' });
    const card = await page.evaluate(() => (globalThis as Watching).firstCard);
    if (card === undefined) throw new Error('The page was not watched from its start.');
    const live = (await page.evaluate(() => (globalThis as Watching).liveCard)) ?? card;
    const load = await page.evaluate(async (until) => {
      // Told some time after it was drawn.
      const paint = await new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName('first-contentful-paint');
          if (first) resolve(first.startTime);
        }).observe({ type: 'paint', buffered: true });
      });
      const entries = [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ] as PerformanceResourceTiming[];
      const requests = entries
        .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= until)
        .map(({ name, startTime, responseEnd, transferSize, encodedBodySize }) => ({
          name: new URL(name).pathname,
          start: startTime,
          end: responseEnd,
          bytes: transferSize,
          cached: transferSize === 0 && encodedBodySize > 0,
        }));
      return { paint, requests };
    }, live);
    const cached = load.requests.filter((request) => request.cached);
    if (cached.length > 0) throw new Error(`${cached[0]?.name} came from the cache.`);
    return { card, live, ...load };
  } finally {
    await page.close();
  }
}

type Watching = typeof globalThis & { firstCard?: Promise<number>; liveCard?: Promise<number> };

/** The same on every page: looked for after each change, timed when the frame that shows it has been drawn. */
async function watchForCard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const whenSeen = (selector: string) =>
      new Promise<number>((resolve) => {
        const isVisible = (): boolean => {
          const card = document.querySelector(selector);
          if (!card?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
            return false;
          const { top, height } = card.getBoundingClientRect();
          return height > 0 && top < innerHeight;
        };
        const look = (): void => {
          if (!isVisible()) return void requestAnimationFrame(look);
          // The next frame begins when this one is on the screen.
          requestAnimationFrame(() => resolve(performance.now()));
        };
        const observer = new MutationObserver(() => {
          if (!document.querySelector(selector)) return;
          observer.disconnect();
          requestAnimationFrame(look);
        });
        observer.observe(document, { childList: true, subtree: true });
      });
    (globalThis as Watching).firstCard = whenSeen('article');
    (globalThis as Watching).liveCard = whenSeen('#root article');
  });
}

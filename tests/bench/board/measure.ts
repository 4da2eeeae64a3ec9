import type { Page } from '@playwright/test';

import { measureAdding } from './adding';
import { longestArranging, longestSelecting } from './arrange';
import { cardsDrawnForOne } from './draws';
import { timesOfKeys } from './keys';
import { median, percentile } from './numbers';
import { frameTimesOfScrolling } from './scroll';
import type { Service } from './service';
import { measureSteady, type Steady, type SteadyTimes } from './steady';

/** What one board costs. Times in ms. */
export interface Figures extends Steady {
  /** From a reload to the first card that can be pressed. */
  reload: number;
  /** From a key in the search to the frame after it; 95th percentile, on a processor a quarter as fast. */
  search: number;
  /** From a key until no more cards come or go for it, likewise. */
  found: number;
  /** The longest work of the thread from choosing a grouping or an order to the frame after it; and selecting all. */
  arrange: number;
  select: number;
  /** 95th percentile of the time between two frames while somebody scrolls; and as many times an empty list's. */
  scroll: number;
  scrollRatio: number;
  /** From the press that adds 1,000 to the frame that shows the first of them, and all of them counted. */
  add: number;
  counted: number;
  /** Cards that one answer draws again. */
  draws: number;
  /** Bytes of JavaScript's heap after it was tidied. */
  heap: number;
}

export interface Times extends SteadyTimes {
  reloads: number;
  /** How long the first visit lasts, in ms. */
  restMs: number;
  /** How long to wait before a steady stream of look-ups, in ms. */
  settleMs: number;
}

export interface Board {
  address: string;
  service: Service;
}

/** Lighthouse's phone. */
const SLOWER = 4;

type Watched = typeof globalThis & { liveCard?: Promise<number> };

/** Measures a board that is stored already. @param emptyScroll `scroll` of an empty list */
export async function measureBoard(
  page: Page,
  { address, service }: Board,
  { times, emptyScroll }: { times: Times; emptyScroll: number },
): Promise<Figures> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await watchLiveCard(page);
  await page.goto(address);
  await page.getByRole('article').first().waitFor({ timeout: 60_000 });
  // What the page does when it has time: it gets ready for the next start.
  await page.waitForTimeout(times.restMs);
  const reloads: number[] = [];
  for (let turn = 0; turn < times.reloads; turn += 1) {
    await page.reload({ waitUntil: 'commit' });
    reloads.push(await page.evaluate(() => (globalThis as Watched).liveCard ?? Number.NaN));
  }
  await page.waitForTimeout(times.settleMs);

  const steady = await measureSteady(page, session, { service, ...times });
  const draws = await cardsDrawnForOne(page, service);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  const keys = await timesOfKeys(page, session, SLOWER);
  const arrange = await longestArranging(page, session);
  const select = await longestSelecting(page, session);
  const scroll = percentile(await frameTimesOfScrolling(page), 0.95);
  const { shown, counted } = await measureAdding(page);
  return {
    ...steady,
    reload: median(reloads),
    search: percentile(
      keys.map(({ frame }) => frame),
      0.95,
    ),
    found: percentile(
      keys.map(({ found }) => found),
      0.95,
    ),
    arrange,
    select,
    scroll,
    scrollRatio: scroll / emptyScroll,
    add: shown,
    counted,
    draws,
    heap,
  };
}

/** When the first card stood there that can be pressed: outside `#root` is the picture of the last visit. */
async function watchLiveCard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    (globalThis as Watched).liveCard = new Promise((resolve) => {
      const look = (): void => {
        const card = document.querySelector('#root article');
        if (!card?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          return void requestAnimationFrame(look);
        // The next frame begins when this one is on the screen.
        requestAnimationFrame(() => resolve(performance.now()));
      };
      requestAnimationFrame(look);
    });
  });
}

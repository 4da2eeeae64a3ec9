import type { BrowserContext, Page } from '@playwright/test';

import { NUMBERS } from '../../../src/engine/look-ups/forecast/numbers';

/** As long as the page leaves a task alone at most: after it, all of them are due. */
const LONGEST = NUMBERS.longest * (1 + NUMBERS.jitter);
/** Where a page keeps by how much its clock is ahead, in ms: a reload turns no clock back. */
const AHEAD = 'test-ahead';

/**
 * Puts the clocks of these pages forward, as when a computer has slept: timers stood still, and whatever has become due
 * is looked up by the page itself, which looks at the clock every five seconds.
 */
export type SleepThrough = (pages: readonly Page[], ms?: number) => Promise<void>;

/** The clocks of all pages that are opened in a context from now on. */
export async function clocksOf(context: BrowserContext): Promise<SleepThrough> {
  await context.addInitScript((name) => {
    // An empty page has no storage, and no clock that matters.
    if (origin === 'null') return;
    const now = Date.now.bind(Date);
    let ahead = Number(sessionStorage.getItem(name));
    Date.now = () => now() + ahead;
    (globalThis as WithClock).putForward = (ms) => {
      sessionStorage.setItem(name, String((ahead += ms)));
    };
  }, AHEAD);
  return async (pages, ms = LONGEST) => {
    for (const page of pages) {
      await page.evaluate((slept) => (globalThis as WithClock).putForward?.(slept), ms);
    }
  };
}

interface WithClock {
  putForward?: (ms: number) => void;
}

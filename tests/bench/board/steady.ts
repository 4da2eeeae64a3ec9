import type { CDPSession, Page } from '@playwright/test';

import { threadTimes, type ThreadTimes } from './numbers';
import type { Service } from './service';

/** What a steady stream of look-ups costs. Times in ms. */
export interface Steady {
  /** Script, and all work of the thread, per look-up: without what runs when there are none. */
  script: number;
  work: number;
  /** By how much that differs before and after, as a share of the stream's script: how far the figures can be trusted. */
  idleApart: number;
  /** Tasks of more than 50 ms of the event loop in that stream, and the longest. */
  longTasks: number;
  longest: number;
  lookUps: number;
}

export interface SteadyTimes {
  /** How long the stream is watched, and the page without it, before and after. */
  steadyMs: number;
  idleMs: number;
}

type Watched = typeof globalThis & { longTasks?: number[] };

/**
 * Clocks and bars run without look-ups, too. What they cost is measured on the same page, while the service owes its
 * answers: nothing else is different, neither on the screen nor in the page.
 */
export async function measureSteady(
  page: Page,
  session: CDPSession,
  { service, steadyMs, idleMs }: SteadyTimes & { service: Service },
): Promise<Steady> {
  const idle = (): Promise<ThreadTimes> => idleTimes(page, session, { service, idleMs });
  const before = await idle();
  await watchLongTasks(page);
  const lookUps = service.lookUps();
  const stream = await costOf(session, () => page.waitForTimeout(steadyMs));
  const made = service.lookUps() - lookUps;
  const longTasks = await page.evaluate(() => (globalThis as Watched).longTasks ?? []);
  const after = await idle();
  const perLookUp = (what: keyof ThreadTimes): number =>
    (stream[what] - ((before[what] + after[what]) / 2 / idleMs) * steadyMs) / made;
  return {
    script: perLookUp('script'),
    work: perLookUp('work'),
    idleApart: (Math.abs(after.script - before.script) / idleMs) * (steadyMs / stream.script),
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
    lookUps: made,
  };
}

/** How long the stream may take to stand still, and to flow again, in ms. */
const TURN_MS = 3000;

async function idleTimes(
  page: Page,
  session: CDPSession,
  { service, idleMs }: { service: Service; idleMs: number },
): Promise<ThreadTimes> {
  service.hold();
  await page.waitForTimeout(TURN_MS);
  const cost = await costOf(session, () => page.waitForTimeout(idleMs));
  service.release();
  await page.waitForTimeout(TURN_MS);
  return cost;
}

async function costOf(session: CDPSession, wait: () => Promise<void>): Promise<ThreadTimes> {
  const before = await threadTimes(session);
  await wait();
  const after = await threadTimes(session);
  return { script: after.script - before.script, work: after.work - before.work };
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const found: number[] = [];
    (globalThis as Watched).longTasks = found;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.push(duration);
    }).observe({ type: 'longtask' });
  });
}

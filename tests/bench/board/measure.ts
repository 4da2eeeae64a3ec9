import type { CDPSession, Page } from '@playwright/test';

import type { Service } from './service';

/** What one board costs. Times in ms. */
export interface Figures {
  /** From a reload to the first card that can be pressed. */
  reload: number;
  /** From a key in the search to the frame after it. */
  search: number;
  /** The longest work of the thread from choosing a grouping or an order to the frame after it. */
  arrange: number;
  /** 95th percentile of the time between two frameTimes while somebody scrolls. */
  scroll: number;
  /** Script per look-up in a steady stream of them, without what runs when there are none; and all work of the thread. */
  script: number;
  work: number;
  /** Tasks of more than 50 ms of the event loop in that stream, and the longest. */
  longTasks: number;
  longest: number;
  /** Bytes of JavaScript's heap after it was tidied. */
  heap: number;
  lookUps: number;
}

export interface Times {
  reloads: number;
  /** How long the first visit lasts, in ms. */
  restMs: number;
  /** How long to wait before, and to watch, a steady stream of look-ups, in ms. */
  settleMs: number;
  steadyMs: number;
  idleMs: number;
}

type Watched = typeof globalThis & {
  liveCard?: Promise<number>;
  longTasks?: number[];
  frameTimes?: number[];
  keyTook?: number | null;
};

/** Measures a board that is stored already. */
export async function measureBoard(
  page: Page,
  { address, service, times }: { address: string; service: Service; times: Times },
): Promise<Figures> {
  const session = await page.context().newCDPSession(page);
  // Of this thread alone: a busy machine must not make the page look slow.
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

  await watchLongTasks(page);
  const before = { ...(await threadTimes(session)), lookUps: service.lookUps() };
  await page.waitForTimeout(times.steadyMs);
  const after = { ...(await threadTimes(session)), lookUps: service.lookUps() };
  const longTasks = await page.evaluate(() => (globalThis as Watched).longTasks ?? []);

  await session.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  const search = median(await timesOfKeys(page));
  const arrange = await longestArranging(page, session);
  const scroll = percentile(await frameTimesOfScrolling(page), 0.95);

  // Clocks and bars run without look-ups too.
  await page.context().setOffline(true);
  await page.waitForTimeout(1500);
  const still = await threadTimes(session);
  await page.waitForTimeout(times.idleMs);
  const stillAfter = await threadTimes(session);
  await page.context().setOffline(false);

  const lookUps = after.lookUps - before.lookUps;
  const perLookUp = (what: 'script' | 'work'): number => {
    const idle = ((stillAfter[what] - still[what]) / times.idleMs) * times.steadyMs;
    return (after[what] - before[what] - idle) / lookUps;
  };
  return {
    reload: median(reloads),
    search,
    arrange,
    scroll,
    script: perLookUp('script'),
    work: perLookUp('work'),
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
    heap,
    lookUps,
  };
}

async function threadTimes(session: CDPSession): Promise<{ script: number; work: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string): number =>
    (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  return { script: ms('ScriptDuration'), work: ms('TaskDuration') };
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

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const found: number[] = [];
    (globalThis as Watched).longTasks = found;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/** From each typed character to the frame after it. */
async function timesOfKeys(page: Page): Promise<number[]> {
  await page.getByRole('searchbox').focus();
  const times: number[] = [];
  for (const key of ['h', 'a', 'r', 'b', 'o', 'u', 'r', 'Backspace', 'Backspace', 'Backspace']) {
    await page.evaluate(() => {
      (globalThis as Watched).keyTook = null;
      const onKey = (): void => {
        const start = performance.now();
        requestAnimationFrame(() =>
          setTimeout(() => ((globalThis as Watched).keyTook = performance.now() - start)),
        );
      };
      document.addEventListener('keydown', onKey, { once: true, capture: true });
    });
    await page.keyboard.press(key);
    times.push(
      await page.evaluate(async () => {
        for (;;) {
          const { keyTook } = globalThis as Watched;
          if (typeof keyTook === 'number') return keyTook;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }),
    );
    await page.waitForTimeout(150);
  }
  await page.getByRole('searchbox').fill('');
  await page.waitForTimeout(500);
  return times;
}

/** Groups and sorts in several ways, and is as it was in the end. In time of this thread. */
async function longestArranging(page: Page, session: CDPSession): Promise<number> {
  const times: number[] = [];
  for (const [box, value] of ARRANGINGS) {
    const select = page.getByRole('combobox', { name: box });
    const before = await threadTimes(session);
    await select.evaluate((element: HTMLSelectElement, chosen) => {
      element.value = chosen;
      element.dispatchEvent(new Event('change', { bubbles: true }));
      return new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
    }, value);
    times.push((await threadTimes(session)).work - before.work);
    await page.waitForTimeout(500);
  }
  return Math.max(...times.slice(1));
}

/** The first one only loads what groups need. */
const ARRANGINGS = [
  ['Group', 'model'],
  ['Group', 'column:Scene'],
  ['Sort', 'oldest'],
  ['Sort', 'state'],
  ['Group', 'day'],
  ['Sort', 'newest'],
  ['Group', 'none'],
] as const;

/** Times between frameTimes, wheel by wheel, as a person does. */
async function frameTimesOfScrolling(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const frameTimes: number[] = [];
    (globalThis as Watched).frameTimes = frameTimes;
    let last = performance.now();
    const next = (at: number): void => {
      frameTimes.push(at - last);
      last = at;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 30 ? 600 : -600);
    await page.waitForTimeout(50);
  }
  // The first ones were before the wheel turned.
  return page.evaluate(() => ((globalThis as Watched).frameTimes ?? []).slice(2));
}

function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

function percentile(numbers: readonly number[], share: number): number {
  const place = Math.min(numbers.length - 1, Math.floor(numbers.length * share));
  return numbers.toSorted((a, b) => a - b)[place] ?? Number.NaN;
}

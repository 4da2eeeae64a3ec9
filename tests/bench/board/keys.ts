import type { CDPSession, Page } from '@playwright/test';

/** Words of many cards, of few and of none. */
const TYPED = ['harbour', 'dusk take 12', 'rain', 'SH1'];

/** What one key took, in ms: until the frame after it, and until the last card has come or gone for it. */
export interface KeyTimes {
  frame: number;
  found: number;
}

type Watched = typeof globalThis & { keyTook?: Promise<KeyTimes> };

/** @param slower how many times slower the processor is */
export async function timesOfKeys(
  page: Page,
  session: CDPSession,
  slower: number,
): Promise<KeyTimes[]> {
  const search = page.getByRole('searchbox');
  await search.focus();
  // What the first key is waited for is got ready with the focus.
  await page.waitForTimeout(1000);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const times: KeyTimes[] = [];
  for (const text of TYPED) {
    const keys = [...Array.from(text), ...Array.from(text, () => 'Backspace')];
    for (const key of keys) times.push(await timeOfKey(page, key));
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.waitForTimeout(500);
  return times;
}

async function timeOfKey(page: Page, key: string): Promise<KeyTimes> {
  await page.evaluate(watchKey);
  await page.keyboard.press(key);
  const took = await page.evaluate(() => (globalThis as Watched).keyTook);
  if (!took) throw new Error(`Nothing was told of ${key}.`);
  return took;
}

/** Runs in the page. */
function watchKey(): void {
  /** Until so long after the key, cards are waited for. */
  const PATIENCE_MS = 600;
  const holdsCard = (node: Node): boolean =>
    node instanceof Element && (node.matches('article') || node.querySelector('article') !== null);
  (globalThis as Watched).keyTook = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The key was never pressed.')), 30_000);
    const onKey = (): void => {
      const start = performance.now();
      let frame = 0;
      let found = 0;
      const cards = new MutationObserver((changes) => {
        const isOfCards = changes.some(({ addedNodes, removedNodes }) =>
          [...addedNodes, ...removedNodes].some(holdsCard),
        );
        if (!isOfCards) return;
        requestAnimationFrame(() => setTimeout(() => (found = performance.now() - start)));
      });
      cards.observe(document.body, { childList: true, subtree: true });
      requestAnimationFrame(() => setTimeout(() => (frame = performance.now() - start)));
      setTimeout(() => {
        cards.disconnect();
        resolve({ frame, found: Math.max(frame, found) });
      }, PATIENCE_MS);
    };
    document.addEventListener('keydown', onKey, { once: true, capture: true });
  });
}

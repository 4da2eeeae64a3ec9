import { expect, type Page } from '@playwright/test';

import { choose } from '../../e2e/support/page';
import type { Service } from './service';

/** The board takes in answers at most every 200 ms. */
const TAKEN_IN_MS = 600;
/** What was chosen in a menu is over, and the menu gone. */
const CALM_MS = 1000;
const CARDS = 3;

/**
 * The most cards that were drawn again for the answer of one that is on the screen. A component that runs gives its
 * element new properties, whatever they say: React keeps them with the element.
 */
export async function cardsDrawnForOne(page: Page, service: Service): Promise<number> {
  const drawn: number[] = [];
  for (let nth = 0; nth < CARDS; nth += 1) {
    const card = page
      .getByRole('article')
      .filter({ hasText: /Running/ })
      .nth(nth);
    const key = (await card.getAttribute('data-card')) ?? '';
    const id = key.split(' ').at(-1) ?? '';
    service.hold();
    await choose(page, card, 'Check now');
    await page.mouse.move(0, 0);
    // The others it is asked of are answered until it is this one's turn.
    await expect
      .poll(() => {
        const owed = service.held();
        if (owed.includes(id)) return true;
        if (owed[0] !== undefined) service.release(owed[0]);
        return false;
      })
      .toBe(true);
    await page.waitForTimeout(CALM_MS);
    await page.evaluate(rememberDrawn);
    service.release(id);
    await page.waitForTimeout(TAKEN_IN_MS);
    const again = await page.evaluate(drawnAgain);
    if (again.length > 0 && !again.includes(key)) throw new Error(`Another card than ${key}`);
    drawn.push(again.length);
    service.release();
  }
  // None at all would mean that nothing was measured.
  return Math.min(...drawn) === 0 ? Number.NaN : Math.max(...drawn);
}

type Remembering = typeof globalThis & { drawn?: Map<Element, unknown> };

/** Runs in the page. */
function rememberDrawn(): void {
  const drawn = new Map<Element, unknown>();
  for (const article of document.querySelectorAll('article')) {
    const name = Object.keys(article).find((one) => one.startsWith('__reactProps$'));
    if (!name) throw new Error('React keeps no properties with its elements any more.');
    drawn.set(article, (article as unknown as Record<string, unknown>)[name]);
  }
  (globalThis as Remembering).drawn = drawn;
}

/** Runs in the page: the keys of the cards that were drawn since. */
function drawnAgain(): string[] {
  const { drawn } = globalThis as Remembering;
  return [...document.querySelectorAll<HTMLElement>('article')].flatMap((article) => {
    const name = Object.keys(article).find((one) => one.startsWith('__reactProps$')) ?? '';
    const now = (article as unknown as Record<string, unknown>)[name];
    return drawn?.get(article) === now ? [] : [article.dataset['card'] ?? ''];
  });
}

import type { Page } from '@playwright/test';

import { filterCount, pasteBox } from '../../e2e/support/page';

const ADDED = 1000;

/** What adding a thousand takes, from the press of the button to a frame, in ms. */
export interface Adding {
  /** That shows the first of the new cards. */
  shown: number;
  /** Whose counts have all of them. */
  counted: number;
}

/** Adds a thousand tasks to a board that is scrolled to its top. */
export async function measureAdding(page: Page): Promise<Adding> {
  const before = await filterCount(page, 'All');
  const ids = Array.from({ length: ADDED }, (_, index) => `video_new${10_000 + index}`);
  await page.getByRole('button', { name: 'Add tasks' }).click();
  await pasteBox(page).fill(ids.join('\n'));
  const add = page.getByRole('button', { name: `Add ${ADDED.toLocaleString('en')} tasks` });
  await add.waitFor();
  await page.waitForTimeout(500);
  const all = before + ADDED;
  return add.evaluate(
    async (button: HTMLElement, [first, count]) => {
      const start = performance.now();
      button.click();
      const when = (isThere: () => boolean) =>
        new Promise<number>((resolve, reject) => {
          const look = (): void => {
            if (performance.now() - start > 30_000) return reject(new Error('Never shown'));
            if (!isThere()) return void requestAnimationFrame(look);
            // The next frame begins when this one is on the screen.
            requestAnimationFrame(() => resolve(performance.now() - start));
          };
          look();
        });
      const [shown, counted] = await Promise.all([
        when(() => {
          const card = document.querySelector(`article[data-card$=" ${first}"]`);
          return (
            card?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false
          );
        }),
        when(() =>
          [...document.querySelectorAll('label')].some(
            (label) => (label.textContent ?? '').replaceAll(/\D/g, '') === count,
          ),
        ),
      ]);
      return { shown, counted };
    },
    [ids[0] ?? '', String(all)] as const,
  );
}

import type { Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY } from './support/ids';
import { chooseService, pasteBox, trackButton } from './support/page';

test.use({ ...WITHOUT_WORKER, viewport: { width: 1440, height: 700 } });

const SHOTS = ['SH010', 'SH020', 'SH030', 'SH040'];
const MESSAGE = [
  KEY,
  ['Shot', 'Name', 'Task id'].join('\t'),
  ...SHOTS.flatMap((shot, at) =>
    [1, 2, 3, 4, 5, 6].map((take) => [shot, `take ${take}`, `fail-5${at}${take}0`].join('\t')),
  ),
].join('\n');

test('what has the focus is never hidden below what sticks, in cards and in the table', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteBox(page).fill(MESSAGE);
  await chooseService(page, gateway.address);
  await trackButton(page).click();
  await expect(page.getByRole('article').first()).toBeVisible();

  await walk(page, 'j', 8);
  await page.keyboard.press('x');
  await walk(page, 'ArrowDown', 3);
  await walk(page, 'Tab', 5);
  await walk(page, 'Shift+Tab', 18);

  const density = page.getByRole('radiogroup', { name: 'Density' });
  await density.getByRole('radio', { name: 'Table' }).check();
  const grid = page.getByRole('grid', { name: 'Tasks' });
  await grid.focus();
  await walk(page, 'ArrowDown', 18);
  // Both heads stay above the rows that pass below them.
  await expect(grid.locator('[data-row="2"] [data-cell="1"]')).not.toBeInViewport();
  await expect(grid.getByRole('columnheader', { name: 'Shot' })).toBeInViewport({ ratio: 1 });
  await expect(grid.getByRole('heading', { name: 'SH030' })).toBeInViewport({ ratio: 1 });
  await walk(page, 'ArrowUp', 14);
});

async function walk(page: Page, key: string, times: number): Promise<void> {
  const hidden: string[] = [];
  for (let at = 0; at < times; at += 1) {
    await page.keyboard.press(key);
    const { what, seen } = await focusSeen(page);
    if (seen < 0.5) hidden.push(`${key} ${at}: ${what} ${seen}`);
  }
  expect(hidden).toEqual([]);
}

/** How much of what has the focus nothing lies over, from 0 to 1, once the board rests. */
function focusSeen(page: Page): Promise<{ what: string; seen: number }> {
  return page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    let before = Number.NaN;
    for (let frames = 0; frames < 60; frames += 1) {
      await frame();
      const top = document.activeElement?.getBoundingClientRect().top ?? 0;
      if (top === before) break;
      before = top;
    }
    const focused = document.activeElement ?? document.body;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
    const points = parts.flatMap((x) =>
      parts.map((y) => document.elementFromPoint(left + width * x, top + height * y)),
    );
    // What takes no clicks while it scrolls lets through to what it stands in.
    const isSeen = (one: Element | null): boolean =>
      one !== null && (focused.contains(one) || one.contains(focused));
    const seen = points.filter(isSeen).length / points.length;
    return {
      what: `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 30)}`,
      seen,
    };
  });
}

import type { CDPSession, Page } from '@playwright/test';

import { threadTimes } from './numbers';

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

/** Groups and sorts in several ways, and is as it was in the end: the longest, in ms of this thread. */
export async function longestArranging(page: Page, session: CDPSession): Promise<number> {
  const times: number[] = [];
  for (const [box, value] of ARRANGINGS) {
    const select = page.getByRole('combobox', { name: box });
    times.push(
      await workOf(page, session, () =>
        select.evaluate((element: HTMLSelectElement, chosen) => {
          element.value = chosen;
          element.dispatchEvent(new Event('change', { bubbles: true }));
        }, value),
      ),
    );
  }
  return Math.max(...times.slice(1));
}

/** Selects all by keyboard, and nothing again: the longest, in ms of this thread. */
export async function longestSelecting(page: Page, session: CDPSession): Promise<number> {
  const times: number[] = [];
  const card = page.getByRole('article').first();
  // The first time loads what says how many are selected.
  for (let turn = 0; turn < 4; turn += 1) {
    // In the search, the keys would be for its text.
    await card.getByRole('button', { name: 'More actions' }).focus();
    times.push(await workOf(page, session, () => page.keyboard.press('ControlOrMeta+a')));
    await page
      .getByText(/[\d,]+ selected/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
  }
  return Math.max(...times.slice(1));
}

/** What the thread does from an action to the frame after it. */
async function workOf(page: Page, session: CDPSession, act: () => Promise<void>): Promise<number> {
  const before = await threadTimes(session);
  await act();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      }),
  );
  const { work } = await threadTimes(session);
  await page.waitForTimeout(500);
  return work - before.work;
}

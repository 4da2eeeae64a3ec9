import type { Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { BATCH, CONTENT, FAILED, KEY, LINK, PUBLISHED_RUNNING } from './support/ids';
import { chooseService, pasteBox, pasteTasks, trackButton } from './support/page';

test.use(WITHOUT_WORKER);

/** How far down the first card may begin, in px, by the width of the window. */
const LIMITS = [
  { width: 1440, height: 900, limit: 150 },
  { width: 390, height: 844, limit: 200 },
] as const;

const MESSAGE = [
  KEY,
  ['Shot', 'Name', 'Task id'].join('\t'),
  ...[LINK.id, CONTENT.id, FAILED.id, ...BATCH.map(({ id }) => id)].map((id, at) =>
    [`SH${(at >> 1) + 1}0`, `take ${at}`, id].join('\t'),
  ),
].join('\n');

test('the first card begins near the top, with a notice too; what finds and filters stays in reach', async ({
  page,
  context,
  gateway,
}) => {
  await page.goto('./');
  await pasteBox(page).fill(MESSAGE);
  await chooseService(page, gateway.address);
  await trackButton(page).click();
  const heads = page.getByRole('region', { name: /^SH/ }).getByRole('heading', { level: 2 });
  await expect(heads).toHaveCount(3);

  const expectNearTop = async (): Promise<void> => {
    for (const { limit, ...size } of LIMITS) {
      await page.setViewportSize(size);
      await expect.poll(() => topOfFirstCard(page)).toBeLessThanOrEqual(limit);
    }
  };
  await expectNearTop();
  const quiet = await restingTopOfFirstCard(page);
  await context.setOffline(true);
  const notice = page.getByText('You are offline.');
  await expect(notice).toBeVisible();
  expect(await restingTopOfFirstCard(page)).toBe(quiet);
  await expectNearTop();
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);

  // On the phone, at the very end of the board.
  await page.getByRole('article').last().scrollIntoViewIfNeeded();
  await expect(page.getByRole('article').first()).not.toBeInViewport();
  await expect(page.getByRole('searchbox', { name: 'Search tasks' })).toBeInViewport();
  await expect(page.getByRole('radio', { name: /^All \d+$/ })).toBeInViewport();
  await expect(heads.last()).toBeInViewport();

  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('combobox', { name: 'Group' }).selectOption({ label: 'None' });
  await page.keyboard.press('Escape');
  await expect(heads).toHaveCount(0);
  await page.getByRole('article').first().scrollIntoViewIfNeeded();
  await expectNearTop();
});

/** After another size of the window, rows are drawn anew: two looks in a row that see the same. */
async function restingTopOfFirstCard(page: Page): Promise<number> {
  let top = Number.NaN;
  await expect
    .poll(async () => {
      const before = top;
      top = await topOfFirstCard(page);
      return top - before;
    })
    .toBe(0);
  return top;
}

function topOfFirstCard(page: Page): Promise<number> {
  return page
    .getByRole('article')
    .first()
    .evaluate((card) => card.getBoundingClientRect().top);
}

test('a card is as high before its first answer as with a prompt, pictures, progress or a video', async ({
  page,
  gateway,
}) => {
  await page.setViewportSize({ width: 390, height: 6000 });
  await page.goto('./');
  const ids = [LINK.id, CONTENT.id, PUBLISHED_RUNNING, BATCH[0].id, FAILED.id];
  await pasteTasks(page, { address: gateway.address, key: KEY, ids });
  await expect(page.getByRole('article').filter({ hasText: 'Ready' })).toHaveCount(2);
  await expect(page.getByText('Not checked yet')).toHaveCount(0);
  const answered = await heights(page);
  expect(answered).toHaveLength(ids.length);
  // From now on no answer comes.
  await page.route(`${gateway.address}/**`, () => undefined);
  await page.getByRole('button', { name: 'Add tasks' }).click();
  await pasteBox(page).fill('video_late0123456789abcdef0123456789ab');
  await trackButton(page).click();
  await expect(page.getByRole('article')).toHaveCount(ids.length + 1);
  await expect(page.getByText('Not checked yet')).not.toHaveCount(0);
  expect(new Set(await heights(page))).toEqual(new Set(answered.slice(0, 1)));
});

/** In whole px. */
function heights(page: Page): Promise<number[]> {
  return page
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().height)));
}

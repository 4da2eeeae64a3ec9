import { expect, test } from './support/fixtures';
import { BATCH, KEY, LINK } from './support/ids';
import { card, pasteTasks } from './support/page';

const NAME = 'rushes-first-sight';

// With one the page's code would come from memory, and not late.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
  });
});

test('the board as it was is there before the page’s own code, and gives way to the real one', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  const ids = [LINK.id, ...BATCH.map(({ id }) => id)];
  await pasteTasks(page, { address: gateway.address, key: KEY, ids, onThisDevice: true });
  await expect(card(page, LINK.title)).toContainText('Ready');
  // What keeps the picture comes with the things that can wait.
  await expect
    .poll(
      async () => {
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        return page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .map(({ name }) => name)
            .join(' '),
        );
      },
      { timeout: 20_000 },
    )
    .toContain('save-snapshot');
  await page.goto('about:blank');

  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/assets\/index-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  const askedForBoard = page.waitForRequest(/assets\/board-.*\.js/);
  await page.goto('./', { waitUntil: 'commit' });
  const picture = page.locator('#first-sight');
  await expect(picture.locator('article')).toHaveCount(4);
  // The code of the cards does not wait for the page's own.
  await askedForBoard;
  await expect(picture).toContainText(LINK.title);
  await expect(picture).toHaveJSProperty('inert', true);
  expect(await picture.innerHTML()).not.toContain(KEY);
  letGo();
  await expect(card(page, LINK.title)).toContainText('Ready');
  await expect(picture).toHaveCount(0);
});

test('a picture that somebody tampered with does no harm', async ({ page }) => {
  await page.addInitScript((name) => {
    const tree = [
      ['script', {}, 'document.title = "taken"'],
      ['iframe', { src: 'https://evil.test' }],
      [
        'article',
        { onclick: 'document.title = "taken"', class: 'x', style: 'color:red' },
        'A card',
      ],
      ['img', { src: 'x', onerror: 'document.title = "taken"' }],
      7,
    ];
    localStorage.setItem(name, JSON.stringify({ width: innerWidth, hash: location.hash, tree }));
  }, NAME);
  await page.route(/assets\/index-.*\.js/, () => new Promise<void>(() => {}));
  await page.goto('./', { waitUntil: 'commit' });
  const picture = page.locator('#first-sight');
  await expect(picture.locator('article')).toHaveText('A card');
  expect(
    await picture.locator('article').evaluate((one) => one.getAttributeNames().toSorted()),
  ).toEqual(['class', 'style']);
  await expect(picture.locator('script, iframe, img')).toHaveCount(0);
  await expect(page).not.toHaveTitle('taken');
});

import { expect, test } from '@playwright/test';

// Not the journeys' own test: the browser warns of a file that no script has read.
test.use({ javaScriptEnabled: false });

test('the page says in every language that it needs scripts', async ({ page }) => {
  await page.goto('./');
  const told = page.locator('noscript p');
  await expect(told).toHaveCount(8);
  const seen = await told.evaluateAll((all) =>
    all.map((one) => {
      const { x, y } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(x + 2, y + 2))
        ? one.getAttribute('lang')
        : 'covered';
    }),
  );
  expect(seen).toEqual(['en', 'de', 'es', 'pt-BR', 'ja', 'ko', 'zh-CN', 'zh-TW']);
});

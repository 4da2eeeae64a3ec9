import { expect, test } from './support/fixtures';
import { wordsOf } from './support/words';

for (const [locale, language, missing] of [
  ['en-GB', 'en', 'URL.canParse'],
  ['zh-CN', 'zh-CN', ':has()'],
  ['zh-HK', 'zh-TW', ':has()'],
] as const) {
  test.describe(`for ${locale}`, () => {
    test.use({ locale });

    test(`a browser without ${missing} is told in one sentence that it is too old, and keeps its place`, async ({
      page,
    }) => {
      await page.addInitScript((without) => {
        if (without === ':has()') CSS.supports = () => false;
        else delete (URL as { canParse?: unknown }).canParse;
      }, missing);
      await page.goto('./#/add?ids=one,two');
      const again = page.getByRole('link', { name: wordsOf(language)('old.again') });
      await expect(again).toHaveAttribute('href', './#/add?ids=one,two');
      await expect(page.getByRole('paragraph')).toHaveCount(1);
      await expect(page.getByRole('paragraph')).toContainText('Safari 17');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    });
  });
}

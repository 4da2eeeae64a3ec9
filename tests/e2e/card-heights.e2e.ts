import type { Page, Route } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY, PUBLISHED_RUNNING } from './support/ids';
import { pasteTasks } from './support/page';

test.use({ ...WITHOUT_WORKER, viewport: { width: 1440, height: 6000 } });

const WIDTHS = [1440, 768, 390];
/** Chromium's usual and its largest, in px. */
const FONTS = [16, 24];

/** The longest sentence of a service that no card cuts off. */
const SENTENCE =
  'Your account may not read this task at the moment, because its owner has put a limit on everything that it has made: ask them to lift it.';

const refuse = (status: number) => (route: Route) =>
  route.fulfill({
    status,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
    json: { error: { message: SENTENCE } },
  });
const FAULTS = [(route: Route) => route.abort(), refuse(500), refuse(429), refuse(403)];

/** After it, what stands still is called stuck. */
const HALF_AN_HOUR = 1_800_000;

/** Tasks in each state; what goes wrong with one is said by its last digit. Nothing does with the one that is stuck. */
const STUCK = 'estuck-4719';
const IDS = [
  'econtent-4713',
  'econtent-4711',
  'fail-4713',
  'fail-4712',
  'estuck-4713',
  'eword-4710',
  PUBLISHED_RUNNING,
  STUCK,
];

test('a card is as high with a problem as without, at every width and font, large and compact', async ({
  page,
  gateway,
  sleepThrough,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: IDS });
  const cards = page.getByRole('article');
  await expect(cards.filter({ hasText: /Ready|Failed/ })).toHaveCount(4);
  await expect(page.getByText('Not checked yet')).toHaveCount(0);
  const calm = await allHeights(page);

  await page.route(`${gateway.address}/**`, async (route) => {
    const fault = FAULTS[Number(new URL(route.request().url()).pathname.at(-1))];
    await (fault ? fault(route) : route.continue());
  });
  await sleepThrough([page], HALF_AN_HOUR);
  await page.keyboard.press('ControlOrMeta+a');
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await bar.getByRole('button', { name: 'Check now' }).click();
  await expect(cards.locator('[data-strip]')).toHaveCount(IDS.length, {
    // A card looks every quarter of a minute whether its task is stuck.
    timeout: 30_000,
  });
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  expect(await allHeights(page)).toEqual(calm);
});

/** The heights of all cards, in whole px, by how they are shown. */
async function allHeights(page: Page): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  const client = await page.context().newCDPSession(page);
  const resize = async (font: number, width: number): Promise<void> => {
    await client.send('Page.setFontSizes', { fontSizes: { standard: font } });
    await page.setViewportSize({ width, height: 6000 });
    // Else Chromium leaves some lengths in rem as they were with the other font.
    await page.evaluate(() => {
      const { style } = document.body;
      style.display = 'none';
      void document.body.offsetHeight;
      style.display = '';
    });
  };
  const density = page.getByRole('radiogroup', { name: 'Density' });
  for (const name of ['Compact', 'Large']) {
    await density.getByRole('radio', { name }).check();
    for (const width of WIDTHS)
      for (const font of FONTS) {
        await resize(font, width);
        found[`${name}, ${width} px, font ${font} px`] = await heights(page, `${font} ${width}`);
      }
    await resize(16, 1440);
    await heights(page, '16 1440');
  }
  await client.detach();
  return found;
}

/** Once the board rests. @param wanted the size of the font and the width of the window */
async function heights(page: Page, wanted: string): Promise<number[]> {
  let found: number[] = [];
  await expect
    .poll(async () => {
      const before = found;
      const [shown, seen] = await page.evaluate(() => {
        const { fontSize } = getComputedStyle(document.documentElement);
        const cards = [...document.querySelectorAll('article')];
        return [
          `${Number.parseFloat(fontSize)} ${innerWidth}`,
          cards.map((card) => Math.round(card.getBoundingClientRect().height)),
        ] as const;
      });
      found = seen;
      return shown === wanted && seen.length > 0 && String(seen) === String(before);
    })
    .toBe(true);
  return found;
}

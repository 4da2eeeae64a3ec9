import type { Page, Route } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY, PUBLISHED_RUNNING } from './support/ids';
import { pasteTasks } from './support/page';

test.use({ ...WITHOUT_WORKER, viewport: { width: 1440, height: 6000 } });

/** Last what the page had at first: the switch between large and compact stands in sight there. */
const WIDTHS = [390, 768, 1440];
/** Chromium's largest and its usual, in px. */
const FONTS = [24, 16];

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

/** How many frames without a change are rest: a row that has become wider is measured, and drawn again. */
const RESTS_FOR = 5;

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
  // A card looks every quarter of a minute whether its task is stuck, and when somebody comes back to the page.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(cards.locator('[data-strip]')).toHaveCount(IDS.length);
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
  };
  const density = page.getByRole('radiogroup', { name: 'Density' });
  for (const name of ['Compact', 'Large']) {
    await density.getByRole('radio', { name }).check();
    for (const width of WIDTHS)
      for (const font of FONTS) {
        await resize(font, width);
        found[`${name}, ${width} px, font ${font} px`] = await restingHeights(page, font, width);
      }
  }
  await client.detach();
  return found;
}

/** Once the page has that font and width, and no card has changed for some frames. */
function restingHeights(page: Page, font: number, width: number): Promise<number[]> {
  return page.evaluate(
    async ([wantedFont, wantedWidth, restsFor]) => {
      const frame = () => new Promise(requestAnimationFrame);
      const { documentElement: root, body } = document;
      const isAsked = () =>
        Number.parseFloat(getComputedStyle(root).fontSize) === wantedFont &&
        innerWidth === wantedWidth;
      while (!isAsked()) await frame();
      // Else Chromium leaves some lengths in rem as they were with the other font.
      body.style.display = 'none';
      void body.offsetHeight;
      body.style.display = '';
      let found = '';
      let same = 0;
      while (same < restsFor) {
        await frame();
        const before = found;
        found = [...document.querySelectorAll('article')]
          .map((card) => Math.round(card.getBoundingClientRect().height))
          .join(' ');
        same = found !== '' && found === before ? same + 1 : 0;
      }
      return found.split(' ').map(Number);
    },
    [font, width, RESTS_FOR] as const,
  );
}

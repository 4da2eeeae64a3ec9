import type { BrowserContext, Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY } from './support/ids';
import { fillForm, filter, filterCount, trackButton } from './support/page';
import { seedOf } from './support/seeds';

test.use(WITHOUT_WORKER);
// Each of twenty pages draws what fits: few cards.
test.use({ viewport: { width: 480, height: 480 } });

const MOMENTS = 20;
/** Tasks added before each of them. */
const AT_ONCE = 3;
/** From pressing *Add*, in ms: adding, the first look-ups, and the writing of their answers. */
const LATEST = 700;
/** From the first sight of a new card, in ms. */
const SOON = 20;

test(`a page that dies at ${MOMENTS} moments loses no task that stood on the board`, async ({
  context,
  gateway,
}) => {
  test.setTimeout(240_000);
  const { random } = seedOf('kill');
  const { seen, nextCard } = await watchCards(context);
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const page = await context.newPage();
    await page.goto('./');
    if (seen.size > 0) await expectCount(page, seen.size);
    const ids = Array.from({ length: AT_ONCE }, (_, at) => `video_kill${moment}x${at}`);
    await fillForm(page, { address: gateway.address, key: KEY, ids });
    const track = trackButton(page);
    await expect(track).toBeEnabled();
    // Every other one right after the new cards came: their rows are being written, or have just been.
    const cards = moment % 2 === 1 ? nextCard() : Promise.resolve();
    const delay = Math.floor(random.unit() * (moment % 2 === 1 ? SOON : LATEST));
    // Within the page: the way from here to there takes longer than what is to be met.
    await track.evaluate((button) => (button as HTMLElement).click());
    await cards;
    if (delay > 0) await page.waitForTimeout(delay);
    await (random.unit() < 0.5 ? page.close() : crash(page));
  }
  const page = await context.newPage();
  // Tall enough for all cards to be drawn at once.
  await page.setViewportSize({ width: 1440, height: 8000 });
  await page.goto('./');
  await expectAll(page, seen);
  expect(seen.size).toBeGreaterThan(MOMENTS);
});

/** Every card that stood in any page's document up to now, told out of the page at the very moment it came. */
async function watchCards(
  context: BrowserContext,
): Promise<{ seen: ReadonlySet<string>; nextCard(): Promise<void> }> {
  const seen = new Set<string>();
  let told = (): void => {};
  await context.exposeBinding('tellCards', (_source, names: string[]) => {
    const before = seen.size;
    for (const name of names) seen.add(name);
    if (seen.size > before) told();
  });
  await context.addInitScript(() => {
    const { tellCards } = globalThis as unknown as { tellCards: (names: string[]) => void };
    new MutationObserver(() => {
      const cards = document.querySelectorAll('article[data-card]');
      tellCards([...cards].map((card) => card.getAttribute('data-card') ?? ''));
    }).observe(document, { childList: true, subtree: true });
  });
  return {
    seen,
    nextCard: () =>
      new Promise((resolve) => {
        told = resolve;
      }),
  };
}

/** A write that was under way may have come through without having been seen: so at least as many. */
async function expectCount(page: Page, least: number): Promise<void> {
  await expect(filter(page, 'All')).toBeVisible();
  await expect
    .poll(() => filterCount(page, 'All'), { message: 'tasks on the board' })
    .toBeGreaterThanOrEqual(least);
}

async function expectAll(page: Page, seen: ReadonlySet<string>): Promise<void> {
  const missing = async (): Promise<string[]> => {
    const cards = await page
      .getByRole('article')
      .evaluateAll((all) => all.map((card) => card.getAttribute('data-card')));
    return [...seen].filter((name) => !cards.includes(name));
  };
  await expect.poll(missing, { message: 'tasks that are lost' }).toEqual([]);
}

/** As when the browser runs out of memory: no page hears of its end. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

import type { Locator, Page } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from '../../scripts/browser.mjs';
import { collectConsole } from './support/console';
import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { ALL_FACES, FAILED, KEY, LINK } from './support/ids';
import { card, choose, fillForm, trackButton } from './support/page';
import { overlapsAmong, readTexts, type DrawnText } from './support/read-texts';

test.use(WITHOUT_WORKER);

/** The largest of the sizes that Chromium offers in its settings, and how much larger than the usual 16 px it is. */
const LARGE = 24;
const SCALE = LARGE / 16;
/** A phone's width; so high that nothing sticks over anything. */
const viewport = { width: 390, height: 12_000 };

test.use({ viewport });

test('a default font of 24 px enlarges all text alike, and nothing overlaps or is cut off', async ({
  page,
  gateway,
  playwright,
  baseURL,
  locale,
}) => {
  const browser = await playwright.chromium.launch({
    executablePath: findChromium() ?? '',
    args: [...CHROMIUM_FLAGS, `--blink-settings=defaultFontSize=${LARGE}`],
  });
  try {
    const context = await browser.newContext({
      viewport,
      reducedMotion: 'reduce',
      ...(baseURL ? { baseURL } : {}),
      ...(locale ? { locale } : {}),
    });
    const console = collectConsole(context);
    const large = await context.newPage();
    const [usual, enlarged] = await Promise.all([
      walk(page, gateway.address),
      walk(large, gateway.address),
    ]);
    for (const [screen, before] of usual) expectEnlarged(screen, before, enlarged.get(screen));
    console.expectClean();
  } finally {
    await browser.close();
  }
});

/** Every screen with what it shows, each checked on the way. */
async function walk(page: Page, address: string): Promise<Map<string, DrawnText[]>> {
  const seen = new Map<string, DrawnText[]>();
  const look = async (screen: string, root: Locator = page.locator('body')): Promise<void> => {
    const texts = await readTexts(root);
    expect(texts.length, `texts of ${screen}`).toBeGreaterThan(1);
    expect(overlapsAmong(texts), `what overlaps: ${screen}`).toEqual([]);
    // Less than a letter: the space where a line breaks hangs over its end.
    const cut = texts.filter((one) => one.cut > 8);
    expect(
      cut.map((one) => one.text),
      `what is cut off: ${screen}`,
    ).toEqual([]);
    expect(await sidewaysIn(page), `what scrolls sideways: ${screen}`).toEqual([]);
    seen.set(screen, texts);
  };

  await seeFirstWords(page, look);
  const ids = [LINK.id, ...ALL_FACES];
  await fillForm(page, { address, key: KEY, ids });
  await expect(trackButton(page)).toBeEnabled();
  await look('the first screen, filled');
  await trackButton(page).click();
  await expect(page.getByRole('article')).toHaveCount(ids.length);
  await expect(card(page, FAILED.title)).toContainText('Failed');
  await expect(page.getByText('Not checked yet')).toHaveCount(0);
  await look('the board');

  const running = card(page, 'make animate');
  await running.getByRole('button', { name: 'More actions' }).click();
  await look('a card’s menu', page.getByRole('menu'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  // Two of its parts come by themselves, after the rest.
  await expect(page.getByRole('dialog')).toContainText('Advanced');
  await expect(page.getByRole('dialog')).toContainText('Nothing is saved yet');
  await look('the settings', page.getByRole('dialog'));
  await page.keyboard.press('Escape');

  await choose(page, card(page, FAILED.title), 'Details');
  await expect(page.getByText('How it went')).toBeVisible();
  await look('a failed task’s details');
  await page.getByRole('button', { name: 'Board' }).click();
  await choose(page, card(page, LINK.title), 'Details');
  await page.getByRole('button', { name: /^Play / }).click();
  await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible();
  await look('the player');
  return seen;
}

/** What index.html itself shows, before the page's own code is there; then the first screen. */
async function seeFirstWords(
  page: Page,
  look: (screen: string, root?: Locator) => Promise<void>,
): Promise<void> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/assets\/index-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' });
  // Of its languages one stays, once its script has run.
  await expect(page.locator('#first-sight section')).toHaveCount(1);
  await expect(page.locator('#first-sight section')).toBeVisible();
  await look('the first words', page.locator('#first-sight'));
  letGo();
  await expect(page.getByRole('textbox', { name: 'Keys and task ids' })).toBeVisible();
  // What is gone then, and what comes by itself: either moves the place of all texts in the document.
  await expect(page.locator('#first-sight')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toHaveCount(1);
  await look('the first screen');
}

/** Whatever scrolls sideways: the page itself, or something in it. */
function sidewaysIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body *:not(input, select, textarea, .strip)')]
      .filter(
        (one) =>
          one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX),
      )
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => `${one.tagName} ${one.className}`),
  );
}

function expectEnlarged(screen: string, usual: DrawnText[], enlarged: DrawnText[] = []): void {
  const sizes = new Map(enlarged.map(({ path, fontSize }) => [path, fontSize]));
  const pairs = usual.flatMap((one) => {
    const fontSize = sizes.get(one.path);
    return fontSize === undefined ? [] : [{ ...one, scale: fontSize / one.fontSize }];
  });
  expect(pairs.length, `texts found again: ${screen}`).toBeGreaterThan(0.9 * usual.length);
  const stay = pairs.filter(({ scale }) => Math.abs(scale - SCALE) > 0.01);
  expect(
    stay.map(({ text, fontSize, scale }) => `${text}: ${fontSize} px × ${scale}`),
    `what is not enlarged: ${screen}`,
  ).toEqual([]);
}

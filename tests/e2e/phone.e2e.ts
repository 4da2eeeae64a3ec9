import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { ALL_FACES, KEY, LINK } from './support/ids';
import { onBoard } from './support/kept';
import { card, choose, expectPlays, fillForm, trackButton } from './support/page';
import { expectRoom } from './support/targets';
import { demoVideo, startVideoHost, video } from './support/video-host';

test.use({
  ...WITHOUT_WORKER,
  // So high that the cards are all there.
  viewport: { width: 390, height: 8000 },
  hasTouch: true,
  isMobile: true,
});

test('a finger meets whatever can be pressed, and the first card is near the top', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  const ids = [LINK.id, ...ALL_FACES];
  await fillForm(page, { address: gateway.address, key: KEY, ids });
  await expect(trackButton(page)).toBeEnabled();
  await expectRoom(page, 44, 'the first screen');
  await trackButton(page).tap();
  await expect(card(page, LINK.title)).toContainText('Ready');
  // A button below asks for the place of a picture that has not loaded.
  await expect(page.getByText('Not checked yet')).toHaveCount(0);
  const first = page.getByRole('article').first();
  expect((await first.boundingBox())?.y).toBeLessThan(200);
  await expectRoom(page, 44, 'the board');
  await card(page, LINK.title).getByRole('button', { name: 'More actions' }).tap();
  await expect(page.getByRole('menuitem', { name: 'Details' })).toBeVisible();
  await expectRoom(page, 44, 'a menu');
  await page.keyboard.press('Escape');

  const settings = page.getByRole('button', { name: 'Settings' });
  for (const density of ['Compact', 'Table', 'Large']) {
    await settings.tap();
    await expect(page.getByText('Nothing is saved yet')).toBeVisible();
    await page.getByRole('radio', { name: density }).tap({ force: true });
    if (density === 'Compact') await expectRoom(page, 44, 'the settings');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('make animate').first()).toBeVisible();
    await expectRoom(page, 44, `the board: ${density}`);
  }

  await choose(page, card(page, LINK.title), 'Details');
  await expectRoom(page, 44, 'the details');
  await page.getByRole('button', { name: /^Play / }).tap();
  await expectPlays(page.getByRole('group', { name: 'Player' }));
  await expectRoom(page, 44, 'the player');
});

test('a tall video plays as high as it is, and a tap on it first only brings the controls', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const host = await startVideoHost(
    { 'clip-1': { answer: { prompt: 'Falling petals' }, content: video(demoVideo('petals')) } },
    {},
  );
  try {
    await onBoard(page, host, 1);
    const tall = card(page, 'Falling petals');
    await tall.getByRole('button', { name: 'Play' }).tap();
    await expectPlays(tall);
    expect((await tall.locator('video').boundingBox())?.height).toBeGreaterThan(500);

    await choose(page, tall, 'Details');
    const stage = page.getByRole('group', { name: 'Player' });
    const element = stage.locator('video');
    expect((await element.boundingBox())?.height).toBeGreaterThan(500);
    await stage.getByRole('button', { name: 'Loop' }).tap();
    await stage.getByRole('button', { name: 'Play' }).tap();
    // They go by themselves; where they were is now a place like any other.
    const pause = stage.getByRole('button', { name: 'Pause' });
    await expect.poll(() => opacityOf(pause)).toBe('0');
    const place = await pause.boundingBox();
    if (!place) throw new Error('No button');
    const tap = () => page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
    await tap();
    await expect.poll(() => opacityOf(pause)).toBe('1');
    await expect(element).toHaveJSProperty('paused', false);
    await tap();
    await expect(element).toHaveJSProperty('paused', true);
  } finally {
    await host.stop();
  }
});

/** How much of something is seen, with all that it is in. */
function opacityOf(locator: ReturnType<typeof card>): Promise<string> {
  return locator.evaluate((one) => {
    let seen = 1;
    for (let at: Element | null = one; at; at = at.parentElement)
      seen *= Number(getComputedStyle(at).opacity);
    return String(seen);
  });
}

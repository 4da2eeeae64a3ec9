import { expect, test } from './support/fixtures';
import { startHostileService, HOSTILE_IDS } from './support/hostile-service';
import { card, choose, pasteTasks } from './support/page';
import { wordsOf } from './support/words';

const t = wordsOf('en');
const KEY = 'sk-peer-Vb3kQ8w2Lx71mNp49f2c';
const ANY_STATE =
  /Waiting|Running|Ready|Failed|Unreadable|No answer|Unclear answer|Service error|Not checked yet/;

test('a service that means harm runs nothing, breaks no layout and is told in plain words @phone', async ({
  page,
}) => {
  const service = await startHostileService();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  // Tall enough for all cards to be drawn at once.
  const width = page.viewportSize()?.width ?? 390;
  await page.setViewportSize({ width, height: width > 1000 ? 2400 : 7000 });
  await page.goto('./');
  await pasteTasks(page, { address: service.address, key: KEY, ids: HOSTILE_IDS });
  await expect(page.getByRole('article')).toHaveCount(HOSTILE_IDS.length);
  await expect(page.getByText('The first look-up is about to start.')).toHaveCount(0, {
    timeout: 30_000,
  });
  for (const task of await page.getByRole('article').all()) {
    await expect.soft(task).toContainText(ANY_STATE);
    await expect.soft(task).toHaveAccessibleName(/\S/);
  }
  await expect(card(page, 'ten_megabytes-4711')).toContainText(t('problems.bad_body.title'));
  await expect(card(page, 'deep-4711')).toContainText(/\S/);
  await expect(
    card(page, 'Forty pictures').getByRole('button', { name: /^Show \d+ more / }),
  ).toBeVisible();
  await expect(card(page, 'A strange error')).toContainText(
    'The service could not make this video',
  );
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);

  // Whole, it would be 100 000 letters of one word.
  await page
    .getByRole('button', { name: /^More (?!actions)/ })
    .first()
    .click();
  await expectNoSideways();

  await test.step('what calls itself a video is said to be none', async () => {
    // The error is found out before anybody presses Play, because it stands where the video should.
    await card(page, 'A text that calls itself a video')
      .getByRole('button', { name: 'Play' })
      .click();
    for (const title of [
      'A text that calls itself a video',
      'An error that calls itself a video',
    ]) {
      await expect(card(page, title).getByRole('button', { name: /^Play / })).toHaveCount(0);
      await expect(card(page, title)).toContainText(
        /will not play|could not be|not ready|no video|not a video/i,
      );
    }
  });

  await test.step('Details show the same as text', async () => {
    for (const title of [
      'A strange word',
      'A strange error',
      'A long word',
      'A link that is a script',
    ]) {
      await choose(page, card(page, title), 'Details');
      const details = page.getByRole('navigation', { name: 'Details' });
      await expect(details).toBeVisible();
      const folds = page.locator('summary').filter({ visible: true });
      for (const fold of await folds.all()) await fold.click();
      await expectNoSideways();
      await expectHarmless();
      await details.getByRole('button', { name: t('details.back') }).click();
      await expect(details).toHaveCount(0);
    }
  });
  await expectHarmless();
  expect(dialogs, 'scripts that ran').toEqual([]);
  await service.stop();

  async function expectHarmless(): Promise<void> {
    const bad = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(
            ({ name, value }) =>
              name.startsWith('on') || /^\s*(?:javascript|data:text)/i.test(value),
          )
          .map(({ name, value }) => `${element.localName} ${name}=${value.slice(0, 60)}`),
      ),
    );
    expect(bad, 'attributes that could run').toEqual([]);
  }

  async function expectNoSideways(): Promise<void> {
    const [wide, seen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(wide, 'width of the page').toBeLessThanOrEqual(seen ?? 0);
  }
});

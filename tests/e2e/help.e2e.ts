import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY, LONG } from './support/ids';
import { card, expectNoAxeViolations, pasteBox, pasteTasks } from './support/page';
import { wordsOf } from './support/words';

test.use(WITHOUT_WORKER);

const t = wordsOf('en');
const LOST = 'e404-4716';

test('a problem on a card leads to its answer and Back to the card, without a mouse; before, nothing of the help is fetched', async ({
  page,
  gateway,
}) => {
  const ofHelp: string[] = [];
  page.on('request', (request) => {
    if (/\/assets\/(?:help|en_help)-/.test(request.url())) ofHelp.push(request.url());
  });
  const question = (topic: string) =>
    page.getByRole('heading', { level: 2, name: t(`help.${topic}.title`) });
  await page.goto('./');

  // From the first page, with a text in the box.
  await pasteBox(page).fill(LONG.id);
  const help = page.getByRole('banner').getByRole('link', { name: t('app.help') });
  await expect(help).toBeVisible();
  expect(ofHelp).toEqual([]);
  await help.click();
  await page.getByRole('link', { name: t('help.id.title') }).click();
  await expect(question('id')).toBeFocused();
  expect(ofHelp).not.toEqual([]);
  const picture = page.getByRole('img', { name: t('help.picture.paste') });
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(300);
  await page.getByRole('button', { name: t('help.toStart') }).click();
  await expect(pasteBox(page)).toHaveValue(LONG.id);

  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id, LOST] });
  await page.goto('./#/?sort=oldest');
  const mark = card(page, LOST).getByRole('button', { name: t('problems.help.about') });
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(question('notFound')).toBeFocused();
  await expect(page.getByRole('region', { name: t('help.onCard') })).toContainText(
    t('problems.not_found.meaning'),
  );
  await expectNoAxeViolations(page);
  await page.goBack();
  await expect(mark).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#/?sort=oldest');
});

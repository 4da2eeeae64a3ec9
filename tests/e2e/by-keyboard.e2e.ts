import { expectFocusIsKept, goTo, pressOn } from './support/by-keyboard';
import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { CONTENT, FAILED, KEY, LINK, LONG } from './support/ids';
import { card, expectPlays, pasteBox, trackButton } from './support/page';

/** What the page is for, by the names that a screen reader says, and without a pointer. */

test.use(WITHOUT_WORKER);

const TAKES = [LINK.id, CONTENT.id, FAILED.id, LONG.id].map(
  (id, at) => `SH010 Lighthouse\ttake ${at + 1}\t${id}`,
);

test('pasted, watched, played, compared, picked, removed and brought back by keyboard and names alone @firefox', async ({
  page,
  gateway,
  sleepThrough,
}) => {
  const { keyboard } = page;
  const said = page.getByRole('status');
  await page.goto('./');
  await goTo(page, pasteBox(page));
  await keyboard.insertText(
    [`base url ${gateway.address}/v1 key: ${KEY}`, 'Shot\tName\tTask id', ...TAKES].join('\n'),
  );
  await expect(said.filter({ hasText: /1 key.*1 address.*4 tasks/ })).toBeAttached();
  await pressOn(page, trackButton(page));

  // What the first look finds is said.
  await expect(
    said.filter({ hasText: /ready.*SH010 Lighthouse, take|SH010 Lighthouse, take.*ready/ }),
  ).toBeAttached();
  const first = card(page, 'take 1');
  await expect(first).toHaveAttribute('aria-posinset', '1');
  await expect(first).toHaveAttribute('aria-setsize', '4');
  gateway.advance(120_000);
  await sleepThrough([page], 120_000);
  await expect(said.filter({ hasText: 'SH010 Lighthouse, take 4 is ready.' })).toBeAttached();

  await pressOn(page, page.getByRole('link', { name: 'Skip to the content' }), 'Shift+Tab');
  await expect(page.getByRole('main')).toBeFocused();
  await pressOn(page, first.getByRole('button', { name: 'Play SH010 Lighthouse, take 1' }));
  await expectPlays(first);

  await pressOn(page, page.getByRole('button', { name: 'Compare takes' }), 'Shift+Tab');
  await expect(page).toHaveTitle('Comparison · Rushes');
  const second = page.getByRole('article', { name: 'SH010 Lighthouse, take 2' });
  await pressOn(page, second.getByRole('button', { name: 'Picked' }));
  await expect(second.getByRole('button', { name: 'Picked' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await pressOn(page, page.getByRole('button', { name: 'Board' }), 'Shift+Tab');
  await expect(page.getByRole('button', { name: 'Compare takes' })).toBeFocused();

  // Removed: the next card has the focus. The menu opens by an arrow key, and Tab closes it.
  const actions = (n: number) =>
    page.getByRole('button', { name: `More actions SH010 Lighthouse, take ${n}` });
  await goTo(page, actions(3));
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expectFocusIsKept(page);
  await goTo(page, actions(3), 'Shift+Tab');
  await keyboard.press('ArrowUp');
  await keyboard.type('Remove');
  await keyboard.press('Enter');
  await expect(card(page, 'take 3')).toHaveCount(0);
  await expect(actions(4)).toBeFocused();
  // Without a notice F6 leads out of the page: in Firefox to the browser's own bar, which takes the keys that follow.
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  await keyboard.press('F6');
  await expect(page.getByRole('region', { name: 'Notices', exact: true })).toBeFocused();
  await pressOn(page, undo);
  await expect(card(page, 'take 3')).toHaveCount(1);
  await expectFocusIsKept(page);
});

test('begun, set up in another language and led back by keyboard and names alone @firefox', async ({
  page,
}) => {
  const { keyboard } = page;
  await page.goto('./');
  await pressOn(page, page.getByRole('button', { name: 'Try the sample board' }));
  await expect(page.getByRole('article').first()).toBeVisible();
  // From the content back to the banner.
  await pressOn(page, page.getByRole('button', { name: 'Settings' }), 'Shift+Tab');
  const language = page.getByRole('combobox', { name: 'Language' });
  await expect(language).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'Einstellungen', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Einstellungen' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
});

import { chat, FIVE } from './support/chat';
import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY, PUBLISHED_READY, PUBLISHED_RUNNING, WRONG_KEY } from './support/ids';
import {
  card,
  fillForm,
  pasteBox,
  pasteFromClipboard,
  pasteTasks,
  trackButton,
} from './support/page';

test.use(WITHOUT_WORKER);

test('a chat message with an address, a key and five ids becomes five cards @hosted @firefox', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteBox(page).focus();
  await pasteFromClipboard(page, chat(gateway.address));

  await expect(page.getByText('1 key', { exact: true })).toBeVisible();
  await expect(page.getByText('5 tasks', { exact: true })).toBeVisible();
  await expect(page.getByText('Everything else is ignored.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Service' })).toHaveValue(gateway.address);
  await expect(pasteBox(page)).toHaveValue(/key: sk-[^ ]*…\S+ \(don't share\)/);
  await expect(pasteBox(page)).not.toHaveValue(new RegExp(KEY));
  expect(await page.content()).not.toContain(KEY);

  await trackButton(page).click();
  await expect(page.getByRole('article')).toHaveCount(5);
  await expect.poll(() => FIVE.filter((id) => gateway.lookUps(id).length > 0)).toEqual(FIVE);
});

test('the two published answers read right on their cards', async ({ page, gateway }) => {
  await page.goto('./');
  const ids = [PUBLISHED_RUNNING, PUBLISHED_READY];
  await pasteTasks(page, { address: gateway.address, key: KEY, ids });

  const running = card(page, 'make animate');
  await expect(running).toContainText('Running');
  await expect(running.getByRole('progressbar', { name: 'Progress' })).toHaveAccessibleName(
    'Progress',
  );
  await expect(running).toContainText('93%');
  await expect(running.getByRole('button', { name: /^Open input image/ })).toHaveCount(2);

  const ready = card(page, 'video_5c6a605a');
  await expect(ready).toContainText('Ready');
  await expect(ready).toContainText('sora-2');
  await expect(ready.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('what is pasted on the board opens the dialog filled, and known tasks are counted', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: FIVE.slice(0, 3) });
  await expect(page.getByRole('article')).toHaveCount(3);

  await pasteFromClipboard(page, chat(gateway.address));
  const dialog = page.getByRole('dialog', { name: 'Add tasks' });
  await expect(dialog.getByText('2 tasks', { exact: true })).toBeVisible();
  await expect(dialog.getByText('3 already on the board')).toBeVisible();
  expect(await page.content()).not.toContain(KEY);
  await trackButton(page).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('article')).toHaveCount(5);

  await pasteFromClipboard(page, FIVE.join('\n'));
  await expect(dialog.getByText('All of these are on the board already.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Add tasks' })).toBeDisabled();
});

test('a word that only may be an id is offered, not dropped', async ({ page }) => {
  await page.goto('./');
  await pasteBox(page).fill('please look at take7final2b for me');
  await page.getByRole('button', { name: 'Add take7final2b' }).click();
  await expect(page.getByText('1 task', { exact: true })).toBeVisible();
});

test('what is missing is said in a sentence, and nothing typed is lost', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteBox(page).fill('good morning, how are you?');
  await expect(page.getByText('No task id found yet. Paste the ids you were given.')).toBeVisible();
  await pasteBox(page).fill(PUBLISHED_READY);
  await expect(page.getByText('Which service are they from? Type its address.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Address' }).fill('not an address');
  await expect(
    page.getByText('This is not a web address. An address looks like api.example.com.').first(),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'Address' }).fill(gateway.address);
  await expect(
    page.getByText('No key found yet. Paste the API key for this service.'),
  ).toBeVisible();
  await expect(pasteBox(page)).toHaveValue(PUBLISHED_READY);
  await pasteBox(page).fill(`${PUBLISHED_READY}\n${KEY}`);
  await expect(trackButton(page)).toBeEnabled();
});

test('a wrong key is told before anything is added, and tracking anyway works', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  const ids = [PUBLISHED_READY];
  await fillForm(page, { address: gateway.address, key: WRONG_KEY, ids });
  await trackButton(page).click();
  await expect(page.getByRole('alert')).toContainText('The service did not accept this key');
  await expect(pasteBox(page)).toHaveValue(new RegExp(PUBLISHED_READY));
  await page.getByRole('button', { name: 'Add anyway' }).click();
  const task = page.getByRole('article');
  await expect(task).toContainText('This key was not accepted');

  await task.getByRole('button', { name: 'Change key' }).click();
  await page.getByLabel(/^Key for /).fill(KEY);
  await page.getByRole('button', { name: 'Use this key' }).click();
  await expect(task).toContainText('Ready');
});

test('an address where nobody answers is told, and the address may have any form', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await fillForm(page, { address: '127.0.0.1:9', key: KEY, ids: [PUBLISHED_READY] });
  await trackButton(page).click();
  await expect(page.getByRole('alert')).toContainText('Nothing answers at this address');

  const host = gateway.address.replace('http://', '');
  await page.getByRole('textbox', { name: 'Address' }).fill(`${host}/v1/videos/abc/`);
  await trackButton(page).click();
  await expect(page.getByRole('article')).toContainText('Ready');
});

test('tasks are added on a phone @phone', async ({ page, gateway }) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: FIVE });
  await expect(card(page, 'make animate')).toContainText('93%');
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
});

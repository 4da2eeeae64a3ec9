import { expect } from './support/fixtures';
import { card, expectNoAxeViolations, pasteBox, trackButton } from './support/page';
import { expectAsked, expectHidden, partsIn, test } from './support/services';

const ids = ['task_01k6x15vhrff09dkkqjrzwhm60', 'task_01k6x15vhrff09dkkqjrzwhm71'];

test('tasks go over by a link, which holds no key, to somebody who looks them up with a key of their own @firefox', async ({
  page,
  browser,
  services,
}) => {
  const [one] = services;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await pasteBox(page).fill(`${one.address} ${one.key}\nSH010 Lighthouse\n${ids.join('\n')}`);
  await trackButton(page).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expectAsked(one, ids);
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByRole('button', { name: 'Share 2' }).press('Enter');
  const sharing = page.getByRole('dialog', { name: 'Share 2 tasks' });
  await expect(sharing.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expect(sharing).toContainText('Never your key');
  await expectNoAxeViolations(page);
  await sharing.getByRole('button', { name: 'Copy link' }).press('Enter');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(partsIn(link, [one.key])).toEqual([]);

  const asked = one.got.length;
  const other = await browser.newContext({ serviceWorkers: 'block' });
  const receiver = await other.newPage();
  await receiver.goto(link);
  const received = receiver.getByRole('dialog', { name: '2 tasks were shared with you' });
  await expect(received).toContainText(`You have never used ${one.address}.`);
  expect(receiver.url()).not.toContain('share');
  await expectNoAxeViolations(receiver);
  await received.getByRole('button', { name: 'Paste a key…' }).press('Enter');
  await receiver.getByLabel(`Key for ${one.host}`).fill(one.key);
  await receiver.keyboard.press('Enter');
  await expect(received.getByRole('radio', { name: `Mine for ${one.host}` })).toBeChecked();
  // Nobody was asked anything by the sharer's page or by this one.
  expect(one.got.slice(asked).filter((request) => request.includes('rushes-first-check'))).toEqual(
    [],
  );
  await received.getByRole('button', { name: 'Add 2 tasks' }).press('Enter');
  await expect(receiver.getByRole('region', { name: /Lighthouse/ })).toBeVisible();
  await expect(card(receiver, /./).first()).toContainText('40');
  await expectHidden(receiver);
  await receiver.getByRole('button', { name: 'Undo' }).click();
  // Found in a message, it opens from the box, too.
  await pasteBox(receiver).fill(`have a look: ${link}`);
  await receiver.getByRole('button', { name: 'Open what was shared' }).click();
  await expect(received).toBeVisible();
  await other.close();
});

test('a console’s link and another app’s text fill the box; a key in an address is taken out of it, and a shared one meets none', async ({
  page,
  services: [one],
}) => {
  await page.goto(`./#/add?ids=${ids.join(',')}&name=Harbour&api_key=${one.key}`);
  const adding = page.getByRole('dialog', { name: 'Add tasks to Harbour' });
  await expect(adding.getByRole('status').first()).toContainText('The link had a key in it.');
  await expect(pasteBox(page).last()).toHaveValue(ids.join('\n'));
  await expect(adding.getByRole('textbox', { name: 'Batch' })).toHaveValue('Harbour');
  await expectHidden(page);
  await expectNoAxeViolations(page);
  // A second one waits until the first is closed, and the focus goes along.
  await page.evaluate(() => (location.hash = '#/add?ids=task_second'));
  await expect(page.getByText('It is shown when you close this.')).toBeVisible();
  await expect(pasteBox(page).last()).toHaveValue(ids.join('\n'));
  await page.keyboard.press('Escape');
  await expect(pasteBox(page).last()).toHaveValue('task_second');
  await expect(pasteBox(page).last()).toBeFocused();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const home = page.url().replace(/#.*/, '');

  // As the browser does for another app: from nowhere, to the installed page.
  await page.goto('about:blank');
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${home}shared">` +
      `<textarea name="text">${one.address} ${one.key}\n${ids[0]}</textarea></form>`,
  );
  const answered = page.waitForResponse((response) => response.url() === `${home}shared`);
  await page.evaluate(() => document.forms[0]?.submit());
  expect((await answered).fromServiceWorker()).toBe(true);
  await expect(pasteBox(page).last()).toHaveValue(new RegExp(`sk-.*….*\n${ids[0]}$`));
  expect(page.url()).toBe(`${home}#/`);
  await expect(page.getByRole('article')).toHaveCount(0);
  expect(one.got).toEqual([]);
  await expectHidden(page);
});

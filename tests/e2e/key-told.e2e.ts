import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';

import { expect, WITHOUT_WORKER } from './support/fixtures';
import { pasteBox, pasteFromClipboard, pasteTasks, trackButton } from './support/page';
import { expectAsked, expectHidden, test } from './support/services';

test.use(WITHOUT_WORKER);

/* What a piece of a text is, told by the page, corrected by a person, and asked where nobody can know. */

const ID = 'task_01k6x15vhrff09dkkqjrzwhm60';
const OTHER_ID = 'task_01k6x15vhrff09dkkqjrzwhm71';
/** Long, random, and called nothing. */
const TOKEN = 'Zq7Rv2Xm9Tc4Wk6Yb3Nd8Hf5';

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('./');
  await pasteBox(page).focus();
  await pasteFromClipboard(page, text);
}

function piece(page: Page, name: RegExp | string): Locator {
  return page
    .getByRole('group', { name: 'What was found in the text' })
    .getByRole('button', { name });
}

/** The question about a word that may be a key. */
async function doubt(page: Page, text: string): Promise<Locator> {
  await paste(page, text);
  await expectHidden(page, [TOKEN]);
  const question = page.getByRole('group', { name: /^Key or task\? Zq7R…8Hf5/ });
  await expect(question).toContainText('Hidden in case it is a key.');
  return question;
}

test.describe('a long random word that nothing names', () => {
  test('is hidden, and a key once somebody says so', async ({ page, services: [one] }) => {
    const question = await doubt(page, `base ${one.address}\n${TOKEN}\n${ID}`);
    await expect(trackButton(page)).toBeDisabled();
    expect(one.got).toEqual([]);
    await question.getByRole('button', { name: 'Key', exact: true }).click();
    await expect(question).toBeHidden();
    await expectHidden(page, [TOKEN]);
    await trackButton(page).click();
    await page.getByRole('button', { name: 'Add anyway' }).click();
    await expect(page.getByRole('article')).toHaveCount(1);
    await expect.poll(() => one.asked()).toEqual([ID]);
    expect(one.got.join('\n')).toContain(`Bearer ${TOKEN}`);
    await expectHidden(page, [TOKEN]);
  });

  test('is shown as a task once somebody says so', async ({ page, services: [one] }) => {
    const question = await doubt(page, `${TOKEN}\nbase ${one.address}\n${one.key}`);
    await question.getByRole('button', { name: 'Task', exact: true }).click();
    await expect(pasteBox(page)).toHaveValue(new RegExp(TOKEN));
    await trackButton(page).click();
    await expectAsked(one, [TOKEN]);
    await expectHidden(page);
  });

  test('is neither, and stays hidden', async ({ page, services: [one] }) => {
    const question = await doubt(page, `${TOKEN}\nbase ${one.address}\n${one.key}\n${ID}`);
    await question.getByRole('button', { name: 'Neither' }).click();
    await expect(question).toBeHidden();
    await expectHidden(page, [TOKEN]);
    await page.getByRole('button', { name: 'Add 1 task' }).click();
    await expectAsked(one, [ID]);
    await expectHidden(page, [TOKEN]);
    expect(one.got.join('\n')).not.toContain(TOKEN.slice(0, 8));
  });
});

const NAMED: readonly (readonly [string, (key: string, rest: string) => string])[] = [
  ['in corner brackets', (key, rest) => `密钥「${key}」\n${rest}`],
  ['in full-width brackets', (key, rest) => `密钥（${key}）\n${rest}`],
  ['on the line below its name', (key, rest) => `API Key\n${key}\n\n${rest}`],
  ['behind an arrow', (key, rest) => `key -> ${key}\n${rest}`],
  ['in XML', (key, rest) => `<apiKey>${key}</apiKey>\n${rest}`],
  ['as a pair of JSON', (key, rest) => `{"key":"token","value":"${key}"}\n${rest}`],
  ['under the heading of a column', (key, rest) => `API Key（方舟）\n${key}\n\n${rest}`],
];

for (const [how, textOf] of NAMED) {
  test(`a key that only its name tells, ${how}, becomes no card`, async ({ page, services }) => {
    const [, two] = services;
    // Looks like an id, but for its name.
    const key = '85eaba38-0185-99d7-8d16-4d9135238846';
    await paste(page, textOf(key, `base ${two.address}\n${ID}\n${OTHER_ID}`));
    await expectHidden(page, [key]);
    await expect(page.getByText('1 key', { exact: true })).toBeVisible();
    await expect(page.getByText('2 tasks', { exact: true })).toBeVisible();
    await trackButton(page).click();
    await page.getByRole('button', { name: 'Add anyway' }).click();
    await expect(page.getByRole('article')).toHaveCount(2);
    await expectHidden(page, [key]);
    expect(two.asked().filter((id) => id === key)).toEqual([]);
  });
}

test('a key in a column of a table becomes no card', async ({ page, services: [one] }) => {
  const key = '85eaba38-0185-99d7-8d16-4d9135238846';
  await paste(page, `shot\ttask\tKey\nA\t${ID}\t${key}\nB\t${OTHER_ID}\t${key}\n\n${one.address}`);
  await expectHidden(page, [key]);
  await expect(page.getByText('2 tasks', { exact: true })).toBeVisible();
  await expect(page.getByText('1 key', { exact: true })).toBeVisible();
});

test.describe('a piece that somebody corrects', () => {
  test('is ignored, with all that look like it', async ({ page, services: [one] }) => {
    await paste(page, `base ${one.address}\n${one.key}\n${ID}\n${OTHER_ID}\nvideo_abc123def`);
    await piece(page, /^task_.*whm60, task$/).click();
    await expect(page.getByRole('menuitemcheckbox', { name: 'All 2 like this' })).toBeChecked();
    await page.getByRole('menuitemradio', { name: 'Ignore' }).click();
    await expect(piece(page, /^task_.*whm60, ignored$/)).toBeVisible();
    await page.getByRole('button', { name: 'Add 1 task' }).click();
    await expectAsked(one, ['video_abc123def']);
  });

  test('is ignored alone where that is said', async ({ page, services: [one] }) => {
    await paste(page, `base ${one.address}\n${one.key}\n${ID}\n${OTHER_ID}`);
    await piece(page, /^task_.*whm60, task$/).click();
    await page.getByRole('menuitemcheckbox', { name: 'All 2 like this' }).click();
    await page.getByRole('menuitemradio', { name: 'Ignore' }).click();
    await page.getByRole('button', { name: 'Add 1 task' }).click();
    await expectAsked(one, [OTHER_ID]);
  });

  test('is a key: hidden at once, and sent to its service', async ({ page, services: [one] }) => {
    const word = '85eaba38-0185-99d7-8d16-4d9135238846';
    await paste(page, `base ${one.address}\n${ID}\n${word}`);
    await piece(page, /^85eaba38.*, task$/).click();
    await page.getByRole('menuitemradio', { name: 'Key' }).click();
    await expect(page.getByText('1 key', { exact: true })).toBeVisible();
    await expectHidden(page, [word]);
    await page.getByRole('button', { name: 'Add 1 task' }).click();
    await page.getByRole('button', { name: 'Add anyway' }).click();
    await expect.poll(() => one.asked()).toEqual([ID]);
    expect(one.got.join('\n')).toContain(`Bearer ${word}`);
    await expectHidden(page, [word]);
  });

  test('is a task, a name, or an address', async ({ page, services: [one, two] }) => {
    await paste(page, `${two.address}/wiki/start\n${one.key}\nHarbour\n${ID}`);
    await piece(page, /, link that gets no key$/).click();
    await page.getByRole('menuitemradio', { name: 'Address' }).click();
    await expect(piece(page, /, address$/)).toBeVisible();
    await piece(page, /^task_.*whm60, task$/).click();
    await page.getByRole('menuitemradio', { name: 'Name' }).click();
    await expect(piece(page, /^task_.*whm60, name$/)).toBeVisible();
    await piece(page, /^task_.*whm60, name$/).click();
    await page.getByRole('menuitemradio', { name: 'Task' }).click();
    await expect(piece(page, /^task_.*whm60, task$/)).toBeVisible();
    expect([...one.got, ...two.got]).toEqual([]);
  });
});

test('New key takes a whole message, refuses what is none, and what belongs elsewhere', async ({
  page,
  services: [one, two],
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: one.address, key: one.key, ids: [ID] });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Change key' }).click();
  const dialog = page.getByRole('dialog', { name: 'New key' });
  const field = dialog.getByLabel(/^Key for /);
  const say = async (text: string): Promise<void> => {
    await field.fill('');
    await field.focus();
    await pasteFromClipboard(page, text);
  };

  await say('good morning, here is the new one, as promised');
  await expect(dialog.getByText('There is no API key in this text.')).toBeVisible();
  await say(`for the other studio: ${two.address} key ${two.key}`);
  await expect(dialog.getByText(`The key in this text belongs to ${two.host}.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Use this key' }).click();
  await expect(dialog).toBeVisible();
  await say(
    `Hi! The old key is dead.\n\nkey: ${one.key}\nbase: ${one.address}\n\nand ${two.address} has ${two.key}`,
  );
  await expect(dialog.getByText(/^Found sk-Vb3k…/)).toBeVisible();
  await expectHidden(page);
  await dialog.getByRole('button', { name: 'Use this key' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => one.asked()).toEqual([ID]);
  expect(two.got).toEqual([]);
});

test('a look-up that leads to another host that refuses it says wrong address, and where', async ({
  page,
  services: [, two],
}) => {
  const key = 'sk-Pw4nD9s2Fq63gLk85m1hRe';
  const moved = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    response.writeHead(302, { Location: two.address + (request.url ?? '') }).end();
  });
  await new Promise<void>((resolve) => moved.listen(0, '127.0.0.1', resolve));
  const { port } = moved.address() as AddressInfo;
  await paste(page, `base http://127.0.0.1:${port}\n${key}\n${ID}`);
  await trackButton(page).click();
  await expect(page.getByRole('alert')).toContainText(`The address leads to ${two.host}`);
  await page.getByRole('button', { name: 'Add anyway' }).click();
  const task = page.getByRole('article');
  await expect(task).toContainText('Wrong address');
  await expect(task).toContainText(`The address leads to ${two.host}`);
  await expect(task).not.toContainText('not accepted');
  expect(two.got.length).toBeGreaterThan(0);
  expect(two.got.join('\n')).not.toContain(key.slice(3, 11));
  await expectHidden(page, [key]);
  moved.close();
  moved.closeAllConnections();
});

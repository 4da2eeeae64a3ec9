import type { Page } from '@playwright/test';

import { expect, WITHOUT_WORKER } from './support/fixtures';
import { pasteBox, pasteFromClipboard, trackButton } from './support/page';
import {
  expectAsked,
  expectHidden,
  partsIn,
  test,
  watchOwnHost,
  type Service,
  type Services,
} from './support/services';

test.use(WITHOUT_WORKER);

/* Texts with keys and several hosts: every host notes every byte it gets. */

const IDS = [
  ['task_01k6x15vhrff09dkkqjrzwhm60', 'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980'],
  ['task_01k6x15vhrff09dkkqjrzwhm71'],
  ['cgt-20250901123456-ab12c', 'task_01k6x15vhrff09dkkqjrzwhm82'],
] as const;

/** What a layout is made of: a service with its ids. */
type Given = Service & { ids: readonly string[] };

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('./');
  await pasteBox(page).focus();
  await pasteFromClipboard(page, text);
  await expectHidden(page);
}

function given([one, two, three]: Services): [Given, Given, Given] {
  return [
    { ...one, ids: IDS[0] },
    { ...two, ids: IDS[1] },
    { ...three, ids: IDS[2] },
  ];
}

test.describe('one key', () => {
  for (const order of ['before', 'after']) {
    test(`beside the page’s own link goes to the other address, which stands ${order} it`, async ({
      page,
      context,
      services,
      baseURL,
    }) => {
      const [one, two] = services;
      const here = String(baseURL);
      const own = watchOwnHost(context, here);
      const link = `open ${here} and paste this`;
      const rest = `${one.key} (${one.address})`;
      const text = order === 'after' ? `${link} ${rest}` : `${rest}, then ${link}`;
      await paste(page, `${text}\n${IDS[0].join('\n')}`);
      await expect(page.getByText('is this page itself.')).toBeVisible();
      await trackButton(page).click();
      await expect(page.getByRole('article')).toHaveCount(2);
      await expectAsked(one, IDS[0]);
      expect(two.got).toEqual([]);
      expect(partsIn(own(), [one.key])).toEqual([]);
      await expectHidden(page);
    });
  }

  test('with nothing but the page’s own link goes nowhere until somebody answers', async ({
    page,
    context,
    services,
    baseURL,
  }) => {
    const [one, two] = services;
    const here = String(baseURL);
    const own = watchOwnHost(context, here);
    await paste(page, `open ${here} and paste this\n${one.key}\n${IDS[1][0]}`);
    await expect(page.getByText('Which service are they from? Type its address.')).toBeVisible();
    await expect(trackButton(page)).toBeDisabled();
    expect([...one.got, ...two.got]).toEqual([]);
    await page.getByRole('textbox', { name: 'Address' }).fill(one.address);
    expect([...one.got, ...two.got]).toEqual([]);
    await trackButton(page).click();
    await expectAsked(one, IDS[1]);
    expect(two.got).toEqual([]);
    expect(partsIn(own(), [one.key])).toEqual([]);
  });

  test('beside a document’s link and an address that is called one goes to that', async ({
    page,
    services,
  }) => {
    const [one, two] = services;
    await paste(
      page,
      `说明文档 ${two.address}/wiki/Xk3WwQdYjiZ9，接口 ${one.address}\n密钥：${one.key}\n${IDS[1][0]}`,
    );
    await expect(page.getByText('is for documents or chats.')).toBeVisible();
    await trackButton(page).click();
    await expectAsked(one, IDS[1]);
    expect(two.got).toEqual([]);
  });

  test('beside an old address and a new one is asked about, and goes to the chosen one', async ({
    page,
    services,
  }) => {
    const [one, two] = services;
    await paste(
      page,
      `not ${two.address} any more, please use ${one.address}\n${one.key}\n${IDS[1][0]}`,
    );
    const question = page.getByRole('group', { name: /^Which service is this key for\?/ });
    await expect(question).toBeVisible();
    await expect(trackButton(page)).toBeDisabled();
    expect([...one.got, ...two.got]).toEqual([]);
    await question.getByRole('button', { name: one.host }).click();
    await trackButton(page).click();
    await expectAsked(one, IDS[1]);
    expect(two.got).toEqual([]);
  });
});

const LAYOUTS: Readonly<Record<string, (all: Given[]) => string>> = {
  'on a line each': (all) =>
    all.map(({ address, key, ids }) => `${key} ${address} ${ids.join(' ')}`).join('\n'),
  'on a line each, the address last': (all) =>
    all.map(({ address, key, ids }) => `${ids.join(', ')}: ${key} @ ${address}/v1`).join('\n'),
  'in blocks': (all) =>
    all
      .map(({ address, key, ids }) => `base ${address}/v1\nkey ${key}\n${ids.join('\n')}`)
      .join('\n\n'),
  'in blocks that begin with names': (all) =>
    all
      .map(({ address, key, ids }, at) => `Studio ${at}\n${key}\n${address}\n${ids.join('\n')}`)
      .join('\n\n'),
  'in a table': (all) =>
    [
      'task\tservice\tkey',
      ...all.flatMap(({ address, key, ids }) => ids.map((id) => `${id}\t${address}\t${key}`)),
    ].join('\n'),
  'in curls': (all) =>
    all
      .flatMap(({ address, key, ids }, at) =>
        ids.map((id) =>
          at % 2 === 0
            ? `curl ${address}/v1/videos/${id} \\\n  -H "Authorization: Bearer ${key}"`
            : `curl -H 'authorization: Bearer ${key}' \\\n  '${address}/v1/videos/${id}'`,
        ),
      )
      .join('\n'),
  'in a file of settings': (all) =>
    all
      .map(
        ({ address, key, ids }, at) =>
          `studio${at}:\n  base_url: ${address}\n  api_key: ${key}\n  tasks:\n${ids.map((id) => `    - ${id}`).join('\n')}`,
      )
      .join('\n'),
};

for (const count of [2, 3]) {
  test.describe(`${count} keys for ${count} services`, () => {
    for (const [layout, textOf] of Object.entries(LAYOUTS)) {
      test(`${layout}: each host gets its own key and ids alone`, async ({ page, services }) => {
        const all = given(services).slice(0, count);
        await paste(page, textOf(all));
        const ids = all.flatMap((one) => one.ids);
        await page.getByRole('button', { name: `Add ${ids.length} tasks` }).click();
        await expect(page.getByRole('article')).toHaveCount(ids.length);
        for (const one of all) await expectAsked(one, one.ids);
        await expectHidden(page);
      });
    }
  });
}

test('a key that stands alone waits in the dialog, while the certain tasks are on the board', async ({
  page,
  services,
}) => {
  const [one, two, three] = given(services);
  const pair = ({ address, key, ids }: Given): string => `${address} ${key} ${ids.join(' ')}`;
  await paste(page, `${pair(one)}\n${pair(two)}\n\n${three.key}\n${three.ids.join('\n')}`);
  await expect(page.getByText('1 question open · 2 tasks wait')).toBeVisible();
  await page.getByRole('button', { name: 'Add 3 tasks' }).click();
  // Not by role: the dialog that opens over the board hides it from assistive technology.
  await expect(page.locator('article')).toHaveCount(3);
  await expectAsked(one, one.ids);
  await expectAsked(two, two.ids);
  expect(partsIn([...one.got, ...two.got].join('\n'), [three.key])).toEqual([]);

  const dialog = page.getByRole('dialog', { name: 'Add tasks' });
  const question = dialog.getByRole('group', { name: /^Which service is this key for\? sk-/ });
  await expect(question).toBeVisible();
  await expect(dialog.getByText('3 already on the board')).toBeVisible();
  await expectHidden(page);
  await question.getByRole('button', { name: 'Other…' }).click();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(three.address);
  await dialog.getByRole('button', { name: 'Add 2 tasks' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('article')).toHaveCount(5);
  await expectAsked(three, three.ids);
  await expectAsked(one, one.ids);
  await expectHidden(page);
});

test('keys in one list and addresses in another are asked about one by one', async ({
  page,
  services,
}) => {
  const [one, two] = given(services);
  await paste(
    page,
    `1. ${one.address}\n2. ${two.address}\n\n1. ${one.key}\n${one.ids.join('\n')}\n\n2. ${two.key}\n${two.ids.join('\n')}`,
  );
  await expect(page.getByText('Choose the service first.')).toBeVisible();
  await expect(trackButton(page)).toBeDisabled();
  const questions = page.getByRole('group', { name: /^Which service is this key for\?/ });
  await expect(questions).toHaveCount(2);
  await questions.first().getByRole('button', { name: one.host }).click();
  await expect(questions).toHaveCount(1);
  expect([...one.got, ...two.got]).toEqual([]);
  await questions.first().getByRole('button', { name: two.host }).click();
  await page.getByRole('button', { name: 'Add 3 tasks' }).click();
  await expectAsked(one, one.ids);
  await expectAsked(two, two.ids);
});

import type { Locator, Page } from '@playwright/test';

import { startFaultyGateway, FAULTS, type FaultyGateway } from './support/faulty-gateway';
import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { filter, pasteTasks } from './support/page';
import { seedOf, shuffled } from './support/seeds';

test.use(WITHOUT_WORKER);

const ANNA = 'sk-demo-An4Vb3kQ8w2Lx71mNp4a11a';
const BEN = 'sk-demo-Be7Hx5tR2m9Zc64qWs8b22b';
const HEALTHY = 'sk-demo-He2Kd8sK3v7Bn52yTu1c33c';
const KEYS = [ANNA, BEN, HEALTHY] as const;

/** What the card of each task must say in the end. */
const ENDS: ReadonlyMap<string, string> = new Map(KEYS.flatMap(endsOf));
const OWNERS = new Map(KEYS.flatMap((key) => endsOf(key).map(([id]) => [id, key])));

const PATIENTLY = { timeout: 30_000 };

/** Tall enough for all cards to be drawn at once. */
test.use({ viewport: { width: 1440, height: 3600 } });

test('30 tasks of 3 keys survive every fault, and the healthy key does not notice', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const { random } = seedOf('trouble');
  const order = shuffled(FAULTS, random);
  const offset = 1 + Math.floor(random.unit() * (order.length - 1));
  const gateway = await startFaultyGateway(OWNERS, HEALTHY);
  const calm = await startFaultyGateway(OWNERS, HEALTHY);
  const calmPage = await (
    await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      viewport: page.viewportSize(),
    })
  ).newPage();
  // Both pages choose their moments alike, so that what differs is the trouble.
  for (const each of [page, calmPage]) {
    await each.addInitScript(() => {
      Math.random = () => 0.5;
    });
  }
  await Promise.all([addAll(page, gateway), addAll(calmPage, calm)]);

  for (const [at, forAnna] of order.entries()) {
    // Never the same for both: six look-ups that hang would take all lines that a browser has to one host.
    const forBen = order[(at + offset) % order.length]!;
    gateway.inject(ANNA, forAnna);
    gateway.inject(BEN, forBen);
    await checkSome(page, gateway, ANNA);
    await checkSome(page, gateway, BEN);
    const met = (key: string) => expect.poll(() => gateway.met(key), { timeout: 30_000 });
    await met(ANNA).toBeGreaterThan(0);
    await met(BEN).toBeGreaterThan(0);
    // A key is given up after two refusals in a row: the second may have to wait for a task that is due.
    if (forAnna === 'refused') await expect(bannerAbout(page, ANNA)).toBeVisible(PATIENTLY);
    if (forBen === 'refused') await expect(bannerAbout(page, BEN)).toBeVisible(PATIENTLY);
    gateway.inject(ANNA, null);
    gateway.inject(BEN, null);
    await expect(page.getByRole('article'), `after ${forAnna}, ${forBen}`).toHaveCount(ENDS.size);
    if (forAnna === 'refused') await pasteAnew(page, ANNA);
    if (forBen === 'refused') await pasteAnew(page, BEN);
  }
  const healthy = endsOf(HEALTHY);
  for (const each of [page, calmPage]) {
    const whose = each === page ? gateway : calm;
    await expect
      .poll(() => statesOn(each, whose), { timeout: 60_000 })
      .toMatchObject(Object.fromEntries(healthy));
  }
  const pace = followed(calm.lookUps(HEALTHY)) / followed(gateway.lookUps(HEALTHY));

  gateway.finish();
  const truth = Object.fromEntries(ENDS);
  await expect.poll(() => statesOn(page, gateway), { timeout: 90_000 }).toEqual(truth);
  await expect(filter(page, 'All')).toHaveAccessibleName(`All ${ENDS.size}`);
  await expect(page.getByRole('button', { name: 'Change key' })).toHaveCount(0);
  expect(pace, 'pace of the healthy key, against a run without faults').toBeGreaterThan(0.95);
  await Promise.all([gateway.stop(), calm.stop(), calmPage.context().close()]);
});

function endsOf(key: string): [id: string, word: string][] {
  const who = key.slice(-3);
  const videos = Array.from({ length: 7 }, (_, at): [string, string] => [
    `video_${who}${at}`,
    'Ready',
  ]);
  return [
    [`estuck-${who}`, 'Running'],
    [`${who}_fail-1`, 'Failed'],
    [`${who}_cancel-1`, 'Cancelled'],
    ...videos,
  ];
}

async function addAll(page: Page, { address }: FaultyGateway): Promise<void> {
  await page.goto('./');
  for (const key of KEYS) {
    await pasteTasks(page, { address, key, ids: endsOf(key).map(([id]) => id) });
  }
  await expect(filter(page, 'All')).toHaveAccessibleName(`All ${ENDS.size}`);
  await expect(page.getByRole('article').filter({ hasText: 'Not checked yet' })).toHaveCount(0);
}

/**
 * From the first look-up of each task to the one that saw its end, added up, in ms. Counting look-ups would say less:
 * which of them shows which number is chance, and with forty of them one is more than 2 %.
 */
function followed(lookUps: ReadonlyMap<string, number[]>): number {
  const ended = [...lookUps].filter(([id]) => ENDS.get(id) === 'Ready').map(([, times]) => times);
  const span = ended.reduce((sum, times) => sum + times.at(-1)! - times[0]!, 0);
  console.log(`  ${ended.flat().length} look-ups of ${ended.length} tasks in ${span} ms`);
  return span;
}

/** Two cards of a key are checked at once, as an impatient person would. */
async function checkSome(page: Page, { address }: FaultyGateway, key: string): Promise<void> {
  const ids = endsOf(key).map(([id]) => id);
  for (const id of ids.slice(3, 5)) {
    const card = page.locator(`article[data-card="${address} ${id}"]`);
    // A banner that appears in this moment moves the card away from under the pointer.
    await expect(async () => {
      await card.getByRole('button', { name: 'More actions' }).click({ timeout: 5000 });
      await page.getByRole('menuitem', { name: 'Check now' }).click({ timeout: 5000 });
    }).toPass(PATIENTLY);
  }
}

/** The one banner about the key, and the key again. */
async function pasteAnew(page: Page, key: string): Promise<void> {
  const banner = bannerAbout(page, key);
  await banner.getByRole('button', { name: 'Change key' }).click();
  await page.getByLabel(/^Key for /).fill(key);
  await page.getByRole('button', { name: 'Use this key' }).click();
  await expect(banner).toHaveCount(0);
}

function bannerAbout(page: Page, key: string): Locator {
  return page.locator('[data-notice]').filter({ hasText: key.slice(-4) });
}

/** The word in the corner of every card, by task id. */
async function statesOn(page: Page, { address }: FaultyGateway): Promise<Record<string, string>> {
  const cards = await page
    .getByRole('article')
    .evaluateAll((all) =>
      all.map((card) => [
        card.getAttribute('data-card') ?? '',
        card.querySelector('h2 + span')?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(
    cards.map(([name = '', word = '']) => [name.replace(`${address} `, ''), word]),
  );
}

import {
  blockDatabase,
  fillDisk,
  hangDatabase,
  readRows,
  rememberConnections,
  writeRows,
} from './support/broken-storage';
import { expect, test } from './support/fixtures';
import { BATCH, KEY, LINK, LONG } from './support/ids';
import { card, expectPlays, filter, goingOn, pasteTasks } from './support/page';
import { wordsOf } from './support/words';

const t = wordsOf('en');
const IDS = [LONG.id, LINK.id];

for (const [how, breakIt] of [
  ['refuses its database', blockDatabase],
  ['never answers about its database', hangDatabase],
] as const) {
  test(`a browser that ${how}: the page works on and says that it keeps nothing`, async ({
    page,
    gateway,
    sleepThrough,
  }) => {
    await breakIt(page);
    await page.goto('./');
    await pasteTasks(page, { address: gateway.address, key: KEY, ids: IDS });
    await expect(page.getByText(t('notices.storageBlocked'))).toBeVisible();
    await expect(card(page, LONG.title)).toContainText(/Waiting|Running/, { timeout: 20_000 });
    gateway.advance(3_600_000);
    await sleepThrough([page]);
    await expect(card(page, LONG.title)).toContainText('Ready');
    await card(page, LINK.title).getByRole('button', { name: 'Play' }).click();
    await expectPlays(card(page, LINK.title));
  });
}

test('a full disk: the page works on and says that what is new may be gone', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: IDS });
  await expect(page.getByText('The first look-up is about to start.')).toHaveCount(0);
  await fillDisk(page);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(IDS.length);
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [BATCH[0].id] });
  await expect(page.getByText(t('notices.storageFull'))).toBeVisible();
  await expect(goingOn(page)).toHaveCount(2);
  await expect(filter(page, 'All')).toHaveAccessibleName('All 3');
});

test('rows that cannot be read keep their cards, are told, and stay as they are', async ({
  page,
  gateway,
  sleepThrough,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
  const task = (id: string): string => `task ${gateway.address} ${id}`;
  const answer = (id: string): string => `answer ${gateway.address} ${id}`;
  const rows = {
    [task('corrupt-4901')]: { version: 1, value: { base: 7, label: ['x'] } },
    [answer('corrupt-4901')]: 'no row at all',
    [task('newer-4902')]: { version: 2, value: { ref: [gateway.address, 'newer-4902'] } },
    [answer('newer-4902')]: { version: 2, value: { is: 'something else' } },
    'connection newer': { version: 2, value: { id: 'newer' } },
    'door https://newer.example': { version: 2, value: ['/v3/{id}'] },
    history: { version: 2, entries: 'of another kind' },
    'something of a later page': { version: 9 },
  };
  await expect(goingOn(page)).toHaveCount(1);
  await writeRows(page, rows);
  await page.reload();
  await expect(page.getByText(t('notices.storageUnreadable'))).toBeVisible();
  await expect(filter(page, 'All')).toHaveAccessibleName('All 3');

  // The rescued cards live on: they are looked up, and finished, and none of it is written over what was there.
  // A task begins with its first look-up: the hour passes after that.
  for (const id of ['corrupt-4901', 'newer-4902'])
    await expect.poll(() => gateway.lookUps(id).length).toBeGreaterThan(0);
  gateway.advance(3_600_000);
  await sleepThrough([page]);
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(3);
  await pasteTasks(page, { address: gateway.address, ids: [BATCH[0].id] });
  await expect(filter(page, 'All')).toHaveAccessibleName('All 4');
  await page.reload();
  await expect(filter(page, 'All')).toHaveAccessibleName('All 4');
  expect(await readRows(page, Object.keys(rows))).toEqual(rows);
});

test('a connection that the browser closed is opened again, and nothing is lost', async ({
  page,
  gateway,
}) => {
  const { closeAll } = await rememberConnections(page);
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
  await closeAll();
  await pasteTasks(page, { address: gateway.address, ids: [BATCH[0].id] });
  await expect(goingOn(page)).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByText(t('notices.storageBlocked'))).toBeHidden();
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { BATCH, KEY, LONG } from './support/ids';
import { startOwnHost, type OwnHost } from './support/own-host';
import { card, choose, closeAll, expectNoAxeViolations, fillForm } from './support/page';

test.use(WITHOUT_WORKER);

/** A look at a feed, and the page's next look at the clock. */
const NEXT = 31_000;

let host: OwnHost | undefined;
let server: Server | undefined;
test.afterEach(async ({ context }) => {
  await closeAll(context);
  await host?.remove();
  server?.close();
  server?.closeAllConnections();
});

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void) {
  const started = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    return handle(request, response);
  });
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  server = started;
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

test('a team’s page fills itself from its host’s feeds, whatever becomes of them @firefox', async ({
  page,
  gateway,
  sleepThrough,
}) => {
  const elsewhere = { type: 'text/html', text: '<h1>Sign in</h1>' };
  const asked: IncomingMessage['headers'][] = [];
  const other = await listen((request, response) => {
    asked.push(request.headers);
    response.writeHead(200, { 'Content-Type': elsewhere.type }).end(elsewhere.text);
  });
  host = await startOwnHost(
    {
      services: [{ name: 'House', relay: 'house', teamKey: true }],
      otherAddresses: false,
      feeds: [
        { name: 'Friday set', url: 'friday.csv', service: 'House' },
        { name: 'Night shift', url: `${other}/night.json`, service: 'House' },
      ],
    },
    {
      RELAY_UPSTREAMS: `house=${gateway.address}`,
      RELAY_ALLOW_PRIVATE: 'yes',
      RELAY_KEY_HOUSE: KEY,
    },
  );
  const [one, two, three] = BATCH;
  host.write('friday.csv', `id,name\n${one.id},Harbour\n${two.id},Fox\n`);
  await page.goto(host.address);
  await expect(card(page, 'Harbour')).toBeVisible();
  await expect(card(page, 'Fox')).toBeVisible();
  await expect(page.getByText('The list “Night shift” can’t be read now.')).toBeVisible();

  await choose(page, card(page, 'Fox'), 'Remove');
  await expect(page.getByRole('article')).toHaveCount(1);
  host.write(
    'friday.csv',
    `id,name\n${two.id},Fox\n${three.id},Mountain\n${one.id},Harbour at noon\n`,
  );
  elsewhere.type = 'application/json';
  elsewhere.text = JSON.stringify({
    items: [{ id: LONG.id, name: 'Lamp', service: 'https://evil.test', api_key: 'x' }],
  });
  await sleepThrough([page], NEXT * 2);
  await expect(card(page, 'Mountain')).toBeVisible({ timeout: 15_000 });
  await expect(card(page, 'Harbour at noon')).toBeVisible();
  await expect(card(page, 'Lamp')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.getByText(/can’t be read now/)).toHaveCount(0);

  // All of them are asked about with the team's key, which no feed and no browser ever had.
  await expect.poll(() => gateway.lookUps(LONG.id).length).toBeGreaterThan(0);
  expect(gateway.log.every(({ authorized }) => authorized)).toBe(true);
  expect(
    asked.map(({ cookie, authorization, referer }) => [cookie, authorization, referer]),
  ).toEqual(asked.map(() => [undefined, undefined, undefined]));
});

test('a key alone is enough where its service lists its tasks, with the keyboard alone', async ({
  page,
}) => {
  const keys: (string | undefined)[] = [];
  const videos = [
    { id: 'video_run1', status: 'in_progress', progress: 30, prompt: 'A fox in the snow' },
    {
      id: 'video_done1',
      status: 'completed',
      prompt: 'Harbour at dawn',
      created_at: 1_700_000_000,
    },
  ];
  const address = await listen((request, response) => {
    keys.push(request.headers.authorization);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://a.test');
    const found = videos.find(({ id }) => pathname.endsWith(id));
    const body = searchParams.has('limit') ? { object: 'list', data: videos } : found;
    response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  await page.goto('./');
  await fillForm(page, { address, key: KEY, ids: [] });
  const see = page.getByRole('button', { name: 'See this key’s latest tasks' });
  await expect(see).toBeVisible();
  expect(keys).toEqual([]);
  await see.focus();
  await page.keyboard.press('Enter');
  const running = page.getByRole('checkbox', { name: 'Select A fox in the snow' });
  await expect(running).toBeChecked();
  await expect(running).toBeFocused();
  expect(keys).toEqual([`Bearer ${KEY}`]);
  await expectNoAxeViolations(page);
  const done = page.getByRole('checkbox', { name: 'Select Harbour at dawn' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(done).toBeChecked();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Add 2 tasks' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page, 'A fox in the snow')).toBeVisible({ timeout: 20_000 });
  await expect(card(page, 'Harbour at dawn')).toBeVisible();
});

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test as base, WITHOUT_WORKER } from './support/fixtures';
import { KEY } from './support/ids';
import { card, fillForm, filter, pasteTasks, trackButton } from './support/page';
import { wordsOf } from './support/words';

const t = wordsOf('en');
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };

interface Told {
  status?: number;
  body: object;
  /** Whether pages may read it. */
  open?: boolean;
}
type Host = (tell: (id: string) => Told) => Promise<{ address: string; asked: string[] }>;

/** Hosts that answer as they are told, and note which ids they were asked about. */
const test = base.extend<{ host: Host }>({
  host: async ({ page }, provide) => {
    void page;
    const stops: (() => void)[] = [];
    await provide(async (tell) => {
      const asked: string[] = [];
      const server = createServer(({ method, url = '' }: IncomingMessage, response) => {
        const id = decodeURIComponent(url.split('/').at(-1) ?? '');
        const { status = 200, body, open = true } = tell(id);
        const headers = open ? OPEN : {};
        if (method === 'OPTIONS') return void response.writeHead(204, headers).end();
        asked.push(id);
        const type = { 'Content-Type': 'application/json' };
        response.writeHead(status, { ...headers, ...type }).end(JSON.stringify(body));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      stops.push(() => {
        server.close();
        server.closeAllConnections();
      });
      return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
    });
    for (const stop of stops) stop();
  },
});

test.use(WITHOUT_WORKER);

test('what the first check found stands on the cards, also after a reload', async ({
  page,
  host,
}) => {
  const { address } = await host((id) => ({ body: { id, status: 'running' }, open: false }));
  await page.goto('./');
  await fillForm(page, { address, key: KEY, ids: ['film-4911', 'film-4912'], onThisDevice: true });
  await trackButton(page).click();
  const title = t('problems.closed_to_pages.title');
  await expect(page.getByRole('alert')).toContainText(title);
  await page.getByRole('button', { name: t('add.trackAnyway') }).click();
  const blocked = page.getByRole('article').filter({ hasText: title });
  await expect(blocked).toHaveCount(2);
  await expect(blocked.filter({ hasText: /Trying again in/ })).toHaveCount(2);
  await expect(blocked.first()).not.toContainText('Check your connection');
  // Nobody has heard of them, so nobody says that they run.
  await expect(filter(page, 'Running')).toHaveAccessibleName('Running 0');
  await expect(filter(page, 'Needs attention')).toHaveAccessibleName('Needs attention 2');
  await page.reload();
  await expect(blocked).toHaveCount(2);
});

test('a service that refuses every id is told before its tasks are added', async ({
  page,
  host,
}) => {
  const words = 'Parameter "group" is required';
  const service = await host(() => ({ status: 400, body: { error: { message: words } } }));
  await page.goto('./');
  await fillForm(page, { address: service.address, key: KEY, ids: ['film-4921'] });
  await trackButton(page).click();
  await expect(page.getByRole('alert')).toContainText(t('add.check.refusesAll'));
  await expect(page.getByRole('alert')).toContainText(words);
  await page.getByRole('button', { name: t('add.trackAnyway') }).click();
  await expect(card(page, 'film-4921')).toContainText(`The service says: “${words}”`);
});

test('the checked task is asked about once, and another task’s answer is not shown as its own', async ({
  page,
  host,
}) => {
  let swapped = false;
  const service = await host((id) => ({
    body: { id: swapped ? 'film-9999' : id, status: 'running', progress: swapped ? 90 : 40 },
  }));
  await page.goto('./');
  await pasteTasks(page, { address: service.address, key: KEY, ids: ['film-4931', 'film-4932'] });
  const checked = card(page, 'film-4931');
  await expect(checked).toContainText('40%');
  await expect(card(page, 'film-4932')).toContainText('40%');
  expect(service.asked).toEqual(['film-4931', 'film-4932']);
  swapped = true;
  await checked.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Check now' }).click();
  await expect(checked).toContainText(t('problems.other_task.title'));
  await expect(checked).toContainText(/4\d%/);
  await expect(checked).not.toContainText('90');
});

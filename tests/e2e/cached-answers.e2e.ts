import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY } from './support/ids';
import { card, pasteTasks } from './support/page';

test.use(WITHOUT_WORKER);

const OLD = 'Wed, 21 Oct 2015 07:28:00 GMT';
/** Answers that browsers store, and give again without asking. */
const HEADERS = {
  'max-age': { 'Cache-Control': 'public, max-age=99999' },
  'last-modified': { 'Last-Modified': OLD },
} as const;

/** A service that says with each answer how often it was asked about the task, and stores nothing itself. */
async function startService(headers: Record<string, string>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*, authorization');
    response.setHeader('Access-Control-Max-Age', '7200');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const id = request.url?.split('/').at(-1) ?? '';
    asked.push(id);
    const progress = 10 + asked.filter((one) => one === id).length;
    response
      .writeHead(200, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify({ id, status: 'in_progress', progress, prompt: 'The harbour' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

for (const [name, headers] of Object.entries(HEADERS)) {
  test(`what a service lets browsers store freezes no card: ${name}`, async ({ page }) => {
    const service = await startService(headers);
    try {
      await page.goto('./');
      await pasteTasks(page, { address: service.address, key: KEY, ids: ['video_1'] });
      const progress = () => card(page, 'The harbour').getByRole('progressbar');
      const said = async (): Promise<number> =>
        Number(await progress().getAttribute('aria-valuenow'));
      // By itself.
      await expect.poll(() => service.asked.length).toBeGreaterThan(1);
      await expect.poll(said).toBe(10 + service.asked.length);

      const before = service.asked.length;
      await card(page, 'The harbour').getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Check now' }).click();
      await expect.poll(() => service.asked.length).toBeGreaterThan(before);
      await expect.poll(said).toBe(10 + service.asked.length);
    } finally {
      service.stop();
    }
  });
}

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY } from './support/ids';
import { card, pasteTasks } from './support/page';

test.use(WITHOUT_WORKER);

const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*, authorization',
};

/** A service on a fixed port that can go away and come back, and notes when it was asked about what. */
async function startService(
  answer: (id: string) => { status?: number; body: object; wait?: number },
) {
  const asked: { id: string; at: number }[] = [];
  const respond = (url: string, response: ServerResponse): void => {
    const id = decodeURIComponent(url.split('/').at(-1) ?? '');
    asked.push({ id, at: Date.now() });
    const { status = 200, body, wait } = answer(id);
    const told =
      wait === undefined
        ? {}
        : { 'Retry-After': String(wait), 'Access-Control-Expose-Headers': '*' };
    response
      .writeHead(status, { ...OPEN, ...told, 'Content-Type': 'application/json' })
      .end(JSON.stringify(body));
  };
  const timesOf = (id: string): number => asked.filter((one) => one.id === id).length;
  let port = 0;
  let server: Server | null = null;
  const open = async (): Promise<void> => {
    const opened = createServer(({ method, url = '' }, response) => {
      if (method === 'OPTIONS') response.writeHead(204, OPEN).end();
      else respond(url, response);
    });
    server = opened;
    await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve));
    ({ port } = opened.address() as AddressInfo);
  };
  const close = (): void => {
    server?.close();
    server?.closeAllConnections();
  };
  await open();
  return { address: `http://127.0.0.1:${port}`, asked, timesOf, open, close };
}

/** A minute from its beginning to its end, so that it is looked up every few seconds. */
const running = (id: string): { body: object } => ({
  body: {
    id,
    status: 'in_progress',
    progress: Math.floor(((Date.now() - born) / 600) % 95),
    prompt: `Take ${id}`,
  },
});
const born = Date.now();
const healthy = ['video_1', 'video_2', 'video_3'];

test('a task that alone is refused holds up no other on its key', async ({ page }) => {
  const service = await startService((id) =>
    id === 'video_9'
      ? { status: 429, body: { error: { message: 'Too many requests' } }, wait: 3600 }
      : running(id),
  );
  try {
    await page.goto('./');
    await pasteTasks(page, { address: service.address, key: KEY, ids: [...healthy, 'video_9'] });
    // It was asked in the first round, and could hold up all of them for an hour.
    for (const id of healthy)
      await expect.poll(() => service.timesOf(id), { timeout: 40_000 }).toBeGreaterThan(1);
    expect(service.timesOf('video_9')).toBe(1);
  } finally {
    service.close();
  }
});

test('when a service is back, all its tasks are asked about at once, and the header says so', async ({
  page,
}) => {
  const service = await startService(running);
  try {
    await page.goto('./');
    await pasteTasks(page, { address: service.address, key: KEY, ids: healthy });
    for (const id of healthy) await expect(card(page, `Take ${id}`)).toContainText('Running');
    const key = page.getByTitle('Keys and settings');
    service.close();
    for (const id of healthy) {
      await card(page, `Take ${id}`).getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Check now' }).click();
    }
    await expect(key).toContainText('Not answering');
    const before = service.asked.length;
    await service.open();
    await expect.poll(() => new Set(service.asked.slice(before).map(({ id }) => id)).size).toBe(3);
    const times = service.asked.slice(before).map(({ at }) => at);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(5000);
    await expect(key).not.toContainText('Not answering');
  } finally {
    service.close();
  }
});

test('a clock that is set back by a day stops no look-up', async ({ page }) => {
  const service = await startService(running);
  try {
    await page.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - ((globalThis as { setBackMs?: number }).setBackMs ?? 0);
    });
    await page.goto('./');
    await pasteTasks(page, { address: service.address, key: KEY, ids: healthy });
    for (const id of healthy) await expect(card(page, `Take ${id}`)).toContainText('Running');
    const before = service.asked.length;
    await page.evaluate(() => void ((globalThis as { setBackMs?: number }).setBackMs = 86_400_000));
    await expect
      .poll(() => new Set(service.asked.slice(before).map(({ id }) => id)).size, {
        timeout: 40_000,
      })
      .toBe(3);
  } finally {
    service.close();
  }
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from './support/fixtures';
import { KEY } from './support/ids';
import { fillForm, pasteTasks, trackButton } from './support/page';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };

async function listen(handle: Handler): Promise<{ address: string; stop: () => void }> {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(OPEN)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    return handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

test('a service that sends a request on to another host does not send the key with it', async ({
  page,
}) => {
  const reached: { url: string; authorization: string | undefined }[] = [];
  const elsewhere = await listen(({ url = '', headers: { authorization } }, response) => {
    reached.push({ url, authorization });
    response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"error":"not here"}');
  });
  let keys = 0;
  const service = await listen((request, response) => {
    if (request.headers.authorization === `Bearer ${KEY}`) keys += 1;
    const isVideo = request.url?.endsWith('/content') ?? false;
    const sentOn = isVideo || request.url?.includes('moved');
    if (sentOn)
      return void response.writeHead(302, { Location: elsewhere.address + request.url }).end();
    const task = { id: 'video_film1', status: 'completed', object: 'video', progress: 100 };
    return void response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(task));
  });

  await page.goto('./');
  const { address } = service;
  await pasteTasks(page, { address, key: KEY, ids: ['video_film1', 'video_moved1'] });
  await page.getByRole('button', { name: 'Play' }).first().click();
  await expect
    .poll(() => reached.filter(({ url }) => url.endsWith('/content')).length)
    .toBeGreaterThan(0);
  await expect
    .poll(() => reached.filter(({ url }) => url.includes('moved')).length)
    .toBeGreaterThan(0);
  expect(keys).toBeGreaterThan(0);
  expect(reached.map(({ authorization }) => authorization).filter(Boolean)).toEqual([]);
  service.stop();
  elsewhere.stop();
});

test('a key in another header, chosen because the service says so, follows no redirect', async ({
  page,
}) => {
  const reached: string[] = [];
  const elsewhere = await listen(({ url = '', rawHeaders }, response) => {
    reached.push(`${url} ${rawHeaders.join(' ')}`);
    response.writeHead(404).end();
  });
  const sent: (string | undefined)[] = [];
  const service = await listen(({ url = '', headers }, response) => {
    const key = headers['x-api-key'];
    sent.push(key?.toString() ?? headers.authorization);
    const json = { 'Content-Type': 'application/json' };
    if (key !== KEY) {
      const error = { message: 'The x-api-key header is required' };
      return void response.writeHead(401, json).end(JSON.stringify({ error }));
    }
    if (url.endsWith('/content') || url.includes('moved'))
      return void response.writeHead(302, { Location: elsewhere.address + url }).end();
    const task = { id: 'video_film1', status: 'completed', object: 'video', progress: 100 };
    return void response.writeHead(200, json).end(JSON.stringify(task));
  });

  await page.goto('./');
  const ids = ['video_film1', 'video_moved1'];
  await fillForm(page, { address: service.address, key: KEY, ids });
  await trackButton(page).click();
  await expect(page.getByRole('alert')).toContainText('The x-api-key header is required');
  await page
    .getByRole('combobox', { name: 'How the key is sent' })
    .selectOption({ label: 'x-api-key' });
  await expect(page.getByText('The address leads somewhere else')).toBeVisible();
  await page.getByRole('button', { name: 'Play' }).first().click();
  await expect(page.getByText('The service keeps this video at another address')).toBeVisible();
  expect(sent.slice(0, 2)).toEqual([`Bearer ${KEY}`, KEY]);
  expect(sent.filter((key) => key === KEY).length).toBeGreaterThan(2);
  expect(reached).toEqual([]);
  service.stop();
  elsewhere.stop();
});

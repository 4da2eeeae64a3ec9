import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from './support/fixtures';
import { KEY } from './support/ids';
import { pasteTasks } from './support/page';

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

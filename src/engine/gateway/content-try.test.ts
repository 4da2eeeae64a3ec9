import type { RequestListener } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { tryContent, type ContentTry } from './content-try';
import { startTestServer, type TestServer } from './test-server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const ask = (signal = new AbortController().signal): Promise<ContentTry> =>
  tryContent({
    base: server.base,
    path: null,
    id: 'a:b',
    apiKey: 'k-1',
    fetch,
    signal,
    now: Date.now,
  });

const say =
  (status: number, body: string | Buffer, type: string): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };

const TASK = '{"id":"a:b","status":"completed"}';
const LINKED = '{"id":"a:b","status":"completed","video_url":"https://cdn.test/v.mp4"}';

describe('one try of /content', () => {
  it('asks for two bytes, with the key in the header', async () => {
    let asked = '';
    server.answer(({ url, headers }, response) => {
      asked = `${url} ${headers.authorization} ${headers.range}`;
      response.writeHead(206, { 'content-type': 'video/mp4' }).end(Buffer.alloc(2));
    });
    expect(await ask()).toBe('video');
    expect(asked).toBe('/v1/videos/a%3Ab/content Bearer k-1 bytes=0-1');
  });

  it.each([
    ['nothing at this path', 404, '404 page not found', 'text/plain'],
    ['no file', 404, '{"error":{"message":"Video not found"}}', 'application/json'],
    ['no such thing for this task', 400, '{"message":"no content"}', 'application/json'],
    ['another method', 405, '', 'text/plain'],
    ['the task without a link', 200, TASK, 'application/json'],
    ['its own website', 200, '<!doctype html><title>Console</title>', 'text/html'],
    ['an error that calls itself a video', 200, '{"error":{"message":"no file"}}', 'video/mp4'],
  ])('is refused where there is %s', async (_name, status, body, type) => {
    server.answer(say(status, body, type));
    expect(await ask()).toBe('refused');
  });

  it.each([
    ['a whole answer with a link', LINKED, 'application/json'],
    ['a bare link', 'https://cdn.test/v.mp4', 'text/plain'],
    ['a video by its marks', Buffer.from('\u0000\u0000\u0000\u0018ftypisom'), 'text/plain'],
  ])('finds a video behind %s', async (_name, body, type) => {
    server.answer(say(200, body, type));
    expect(await ask()).toBe('video');
  });

  it.each([
    ['another key is wanted', 401, '{"error":{"message":"no"}}'],
    ['there is no credit', 402, '{"error":{"message":"pay"}}'],
    ['the key may not', 403, '{"error":{"message":"no"}}'],
    ['it has expired', 410, '{"error":{"message":"gone"}}'],
    ['the range is too long', 416, ''],
    ['it is not ready yet', 404, '{"error":{"message":"Video is not ready yet"}}'],
    ['it is not ready yet, said with 200', 200, '{"error":{"message":"Video is not ready yet"}}'],
    ['the task runs on', 200, '{"id":"a:b","status":"in_progress"}'],
    ['the service breaks', 500, '{"error":{"message":"boom"}}'],
    ['its proxy breaks', 502, '<html><title>502</title></html>'],
    ['it says nothing', 200, ''],
    ['it cuts its answer in two', 206, '{"'],
  ])('proves nothing where %s', async (_name, status, body) => {
    server.answer(say(status, body, 'application/json'));
    expect(await ask()).toBe('unclear');
  });

  it('tells that it was one too many', async () => {
    server.answer(say(429, '{}', 'application/json'));
    expect(await ask()).toBe('limited');
  });

  it('proves nothing where a redirect leads to a file that is gone, or nowhere', async () => {
    server.answer((request, response) => {
      if (request.url === '/gone') return response.writeHead(404).end();
      response.writeHead(302, { location: '/gone' }).end();
    });
    expect(await ask()).toBe('unclear');
    server.answer((request) => request.socket.destroy());
    expect(await ask()).toBe('unclear');
  });

  it('reads no more than a little of a service that sends the whole video', async () => {
    let sent = 0;
    server.answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' });
      const more = (): void => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    expect(await ask()).toBe('video');
    expect(sent).toBeLessThan(20_000_000);
  });

  it('ends when it is given up', async () => {
    server.answer(() => {});
    const over = new AbortController();
    const asked = ask(over.signal);
    over.abort();
    await expect(asked).rejects.toThrow('aborted');
  });
});

import type { RequestListener } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Opened } from '~/core/video';

import { openContent, openLink, type ContentOptions } from './content';
import { startTestServer, type TestServer } from './test-server';

const MP4 = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypisom'),
  Buffer.alloc(5000),
]);
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the bytes behind /content', () => {
  it('are asked for with the key and become a video, as it comes', async () => {
    let asked = '';
    server.answer((request, response) => {
      asked = `${request.url} ${request.headers.authorization}`;
      response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': MP4.length });
      response.end(MP4);
    });
    const video = await get();
    expect(video).toMatchObject({ kind: 'video', size: MP4.length, type: 'video/mp4' });
    expect(await bytesIn(video)).toEqual(MP4);
    expect(asked).toBe('/v1/videos/a%3Ab/content Bearer k-1');
  });

  it('may have a length that nobody says', async () => {
    server.answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.write(MP4);
      response.end();
    });
    const video = await get();
    expect(video).toMatchObject({ kind: 'video', size: null });
    expect(await bytesIn(video)).toEqual(MP4);
  });

  it('are a video by their marks, whatever the header calls them', async () => {
    server.answer(say(200, MP4, 'application/json'));
    expect(await get()).toMatchObject({ kind: 'video', type: 'video/mp4' });
  });

  it.each([
    ['a whole answer', '{"id":"a","status":"completed","video_url":"https://cdn.test/v.mp4"}'],
    ['an answer without a state', '{"id":"a","url":"https://cdn.test/v.mp4"}'],
    ['the bare link', 'https://cdn.test/v.mp4\n'],
  ])('may be %s, which leads on to its link', async (_name, body) => {
    server.answer(say(200, body, 'video/mp4'));
    expect(await get()).toEqual({ kind: 'link', url: 'https://cdn.test/v.mp4' });
  });

  it.each([
    [200, '{"error":{"message":"Video is not ready yet"}}', 'not_ready'],
    [200, '{"id":"a","status":"processing"}', 'not_ready'],
    [404, '{"error":{"message":"Video is not ready yet"}}', 'not_ready'],
    [401, '{"error":{"message":"未提供令牌"}}', 'auth'],
    [404, '{"detail":"Video not found"}', 'not_found'],
    [404, '{"detail":"Video has expired"}', 'expired'],
    [410, '', 'expired'],
    [502, '<html>bad gateway</html>', 'unreachable'],
    [200, '<!doctype html><html></html>', 'not_found'],
    [200, '{"id":"a","status":"completed"}', 'not_video'],
    [200, '', 'not_video'],
    [200, 'words', 'not_video'],
  ])('answered %i %s: %s', async (status, body, reason) => {
    server.answer(
      say(status, body, status === 200 && body === 'words' ? 'text/plain' : 'video/mp4'),
    );
    expect(await get()).toEqual({ kind: 'problem', reason });
  });

  it('are given up when nothing comes any more', async () => {
    server.answer((_request, response) => void response.write(MP4));
    const video = await get({ stallMs: 60 });
    await expect(bytesIn(video)).rejects.toThrow(/abort/i);
    server.answer(() => {});
    expect(await get({ stallMs: 60 })).toEqual({ kind: 'problem', reason: 'unreachable' });
  });

  it('reject with an AbortError when the caller gives up', async () => {
    const abort = new AbortController();
    server.answer(() => abort.abort());
    await expect(get({ signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a public link', () => {
  const link = (url = `${server.base}/v.mp4`) =>
    openLink({ url, fetch, signal: new AbortController().signal });

  it('is opened without a key', async () => {
    let key: string | undefined = 'none yet';
    server.answer((request, response) => {
      key = request.headers.authorization;
      response.writeHead(200, { 'content-type': 'video/mp4' });
      response.end(MP4);
    });
    expect(await link()).toMatchObject({ kind: 'video' });
    expect(key).toBeUndefined();
  });

  it.each([
    [401, '', 'no_key'],
    [403, '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'expired'],
    [404, 'gone', 'expired'],
    [410, '', 'expired'],
    [503, 'busy', 'unreachable'],
    [200, '<!doctype html><html></html>', 'not_video'],
    [200, '{"error":"no"}', 'not_video'],
  ])('that answers %i %s: %s', async (status, body, reason) => {
    server.answer(say(status, body, 'text/html'));
    expect(await link()).toEqual({ kind: 'problem', reason });
  });

  it('that nobody answers is unreachable', async () => {
    expect(await link('http://127.0.0.1:1/v.mp4')).toEqual({
      kind: 'problem',
      reason: 'unreachable',
    });
  });

  it('that a page may not read is blocked: somebody is there all the same', async () => {
    server.answer(say(200, MP4, 'video/mp4'));
    const asBrowsersDo: typeof fetch = (url, init) =>
      init?.mode === 'no-cors'
        ? fetch(url, init)
        : Promise.reject(new TypeError('Failed to fetch'));
    const { signal } = new AbortController();
    const opened = await openLink({ url: `${server.base}/v.mp4`, fetch: asBrowsersDo, signal });
    expect(opened).toEqual({ kind: 'problem', reason: 'blocked' });
  });
});

async function bytesIn(opened: Opened): Promise<Buffer> {
  if (opened.kind !== 'video') throw new Error(`no video: ${JSON.stringify(opened)}`);
  return Buffer.from(await new Response(opened.body).arrayBuffer());
}

function get(options: Partial<ContentOptions> = {}) {
  return openContent({
    base: server.base,
    path: '/v1/videos/{id}',
    id: 'a:b',
    apiKey: 'k-1',
    now: () => 0,
    fetch,
    signal: new AbortController().signal,
    ...options,
  });
}

function say(status: number, body: string | Buffer, type: string): RequestListener {
  return (_request, response) => {
    const { length } = Buffer.from(body);
    response.writeHead(status, { 'content-type': type, 'content-length': length });
    response.end(body);
  };
}

import type { RequestListener } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fetchContent, type ContentOptions } from './content';
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
  it('are asked for with the key and become a film, with its share on the way', async () => {
    let asked = '';
    server.answer((request, response) => {
      asked = `${request.url} ${request.headers.authorization}`;
      response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': MP4.length });
      response.end(MP4);
    });
    const shares: (number | null)[] = [];
    const result = await get({ onProgress: (share) => shares.push(share) });
    expect(result).toMatchObject({ kind: 'video', blob: { size: MP4.length, type: 'video/mp4' } });
    expect(asked).toBe('/v1/videos/a%3Ab/content Bearer k-1');
    expect(shares.at(-1)).toBe(1);
  });

  it('have no share where their length is not said', async () => {
    server.answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.write(MP4);
      response.end();
    });
    const shares: (number | null)[] = [];
    await get({ onProgress: (share) => shares.push(share) });
    expect(new Set(shares)).toEqual(new Set([null]));
  });

  it('are a film by their marks, whatever the header calls them', async () => {
    server.answer(say(200, MP4, 'application/json'));
    expect(await get()).toMatchObject({ kind: 'video', blob: { type: 'video/mp4' } });
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

  it('are refused above the limit, said beforehand or not', async () => {
    server.answer(say(200, MP4, 'video/mp4'));
    expect(await get({ maxBytes: 1000 })).toEqual({ kind: 'problem', reason: 'too_large' });
    server.answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' });
      response.write(MP4);
      response.end();
    });
    expect(await get({ maxBytes: 1000 })).toEqual({ kind: 'problem', reason: 'too_large' });
  });

  it('are given up when nothing comes any more', async () => {
    server.answer((_request, response) => void response.write(MP4));
    expect(await get({ stallMs: 60 })).toEqual({ kind: 'problem', reason: 'unreachable' });
  });

  it('reject with an AbortError when the caller gives up', async () => {
    const abort = new AbortController();
    server.answer((_request, response) => void response.write(MP4, () => abort.abort()));
    await expect(get({ signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

function get(options: Partial<ContentOptions> = {}) {
  return fetchContent({
    base: server.base,
    path: '/v1/videos/{id}',
    id: 'a:b',
    apiKey: 'k-1',
    fetch,
    signal: new AbortController().signal,
    onProgress: () => undefined,
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

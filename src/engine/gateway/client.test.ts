import type { IncomingMessage, RequestListener } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BY_RELAY } from '~/core/connection';

import { lookUp, MAX_RAW, type LookUpOptions } from './client';
import { MAX_BODY_BYTES } from './read-answer';
import { startTestServer, type TestServer } from './test-server';

const NOW = Date.UTC(2026, 0, 1);
const KEY = 'sk-secret-1234567890';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('a look-up', () => {
  it('asks for the encoded id with the key in its header, and reads the task', async () => {
    let seen: IncomingMessage | undefined;
    server.answer((request, response) => {
      seen = request;
      response.setHeader('content-type', 'application/json');
      response.end('{"id":"a","status":"processing","progress":40}');
    });
    const result = await ask({ id: 'sora-2:task/1' });
    expect(result).toMatchObject({ task: { state: 'running', progress: 40 } });
    expect(seen?.url).toBe('/v1/videos/sora-2%3Atask%2F1');
    expect(seen?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      accept: 'application/json',
      'content-type': 'application/json',
    });
    expect(seen?.headers).not.toHaveProperty('referer');
    expect(seen?.headers).not.toHaveProperty('cookie');
  });

  it('sends no key where the relay adds it, and says that no person reads the answer', async () => {
    let seen: IncomingMessage | undefined;
    server.answer((request, response) => {
      seen = request;
      response.writeHead(401).end();
    });
    expect(await ask({ apiKey: BY_RELAY })).toMatchObject({ problem: { kind: 'auth' } });
    expect(seen?.headers).not.toHaveProperty('authorization');
    expect(seen?.headers).toMatchObject({ 'x-requested-with': 'XMLHttpRequest' });
  });

  it('keeps the body without the key, shortened', async () => {
    server.answer(
      say(200, JSON.stringify({ id: 'a', status: 'queued', echo: KEY, x: 'x'.repeat(99_999) })),
    );
    const { raw } = await ask();
    expect(raw).toHaveLength(MAX_RAW);
    expect(raw).not.toContain('secret');
  });

  it('keeps the key in nothing that a service says about a task', async () => {
    const apiKey = 'plain/key.of+mine';
    server.answer(
      say(
        200,
        JSON.stringify({
          id: 'a',
          status: 'completed',
          prompt: `with ${apiKey}`,
          video_url: `https://x.test/v.mp4?api_key=${encodeURIComponent(apiKey)}`,
        }).replaceAll('/', String.raw`\/`),
      ),
    );
    const told = JSON.stringify(await ask({ apiKey }));
    expect(told).toContain('https://x.test/v.mp4');
    expect(told).not.toMatch(/plain.{1,3}key/);
  });

  it('says where a router, and no service, has answered', async () => {
    server.answer(say(404, '{"detail":"Not Found"}'));
    expect(await ask()).toMatchObject({ problem: { kind: 'not_found' }, noRoute: true });
    server.answer(say(404, '{"detail":"Video not found"}'));
    expect(await ask()).toMatchObject({ problem: { kind: 'not_found' }, noRoute: false });
  });

  it('hides the very key in a service’s words, however it looks', async () => {
    server.answer(say(401, '{"error":{"message":"key plain.key.of.mine is bad"}}'));
    expect(await ask({ apiKey: 'plain.key.of.mine' })).toMatchObject({
      problem: { kind: 'auth', message: 'key … is bad', httpStatus: 401 },
    });
  });

  it('tells a key that was not found from one that was refused', async () => {
    server.answer(say(401, '{"error":{"message":"Missing API key"}}'));
    expect(await ask()).toMatchObject({ problem: { kind: 'auth', wants: 'another-scheme' } });
    // Where none was sent, that is the plain truth.
    expect((await ask({ apiKey: BY_RELAY })) as object).not.toHaveProperty('problem.wants');
    server.answer(say(422, '{"detail":[{"loc":["header","x-api-key"],"msg":"Field required"}]}'));
    expect(await ask()).toMatchObject({
      problem: { kind: 'auth', wants: 'another-scheme', message: 'x-api-key: Field required' },
    });
  });

  it('passes on how long the service wants us to wait', async () => {
    server.answer(say(429, '', { 'retry-after': '7' }));
    expect(await ask()).toMatchObject({ problem: { kind: 'rate_limited', retryAfterMs: 7000 } });
  });

  it('says that a pause is the relay’s own, and believes no service that says so', async () => {
    server.answer(say(429, '', { 'retry-after': '2', 'rushes-relay': 'busy' }));
    expect(await ask({ base: `${server.base}/relay/house` })).toMatchObject({
      problem: { kind: 'rate_limited', retryAfterMs: 2000, isRelayBusy: true },
    });
    expect((await ask()) as object).not.toHaveProperty('problem.isRelayBusy');
    server.answer(say(429, '', { 'retry-after': '2' }));
    const said: object = await ask({ base: `${server.base}/relay/house` });
    expect(said).not.toHaveProperty('problem.isRelayBusy');
  });

  it('follows no redirect of the relay: it could lead to another service, with the key', async () => {
    const asked: (string | undefined)[] = [];
    server.answer(({ url }, response) => {
      asked.push(url);
      if (url?.includes('/house/'))
        response.writeHead(302, { location: '/relay/shop/v1/videos/a' });
      response.end('{"id":"a","status":"queued"}');
    });
    expect(await ask({ base: `${server.base}/relay/house` })).toMatchObject({
      problem: { kind: 'wrong_base', leadsTo: null },
    });
    expect(asked).toEqual(['/relay/house/v1/videos/a']);
  });

  it('says network when nobody is there', async () => {
    const gone = await startTestServer();
    await gone.close();
    expect(await ask({ base: gone.base })).toMatchObject({
      problem: { kind: 'network' },
      raw: null,
    });
  });

  it('says network when the line breaks in the middle of the body', async () => {
    server.answer((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"id":', () => response.destroy());
    });
    expect(await ask()).toMatchObject({ problem: { kind: 'network' } });
  });

  it('says timeout when no answer comes in time', async () => {
    server.answer(() => undefined);
    expect(await ask({ limitMs: 50 })).toMatchObject({ problem: { kind: 'timeout' } });
  });

  it('says timeout when the body never ends', async () => {
    server.answer((_request, response) => void response.write('{'));
    expect(await ask({ limitMs: 80 })).toMatchObject({ problem: { kind: 'timeout' } });
  });

  it('rejects with an AbortError when the caller gives up', async () => {
    const abort = new AbortController();
    server.answer(() => abort.abort());
    await expect(ask({ signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('stops reading an endless answer', async () => {
    let sent = 0;
    server.answer((_request, response) => {
      const more = (): void => {
        sent += 65_536;
        if (!response.destroyed) response.write('x'.repeat(65_536), more);
      };
      more();
    });
    expect(await ask()).toMatchObject({ problem: { kind: 'bad_body', message: 'body_too_large' } });
    expect(sent).toBeLessThan(MAX_BODY_BYTES * 8);
  });

  it.each(['', '  ', '..'])('never asks for the id %j', async (id) => {
    server.answer(say(200, '{"object":"list","data":[]}'));
    expect(await ask({ id })).toMatchObject({ problem: { kind: 'not_found', httpStatus: null } });
  });

  it.each(['', 'two words', 'ключ'])('never sends the key %j', async (apiKey) => {
    expect(await ask({ apiKey })).toMatchObject({ problem: { kind: 'auth', httpStatus: null } });
  });
});

function ask(options: Partial<LookUpOptions> = {}) {
  return lookUp({
    base: server.base,
    path: '/v1/videos/{id}',
    id: 'a',
    apiKey: KEY,
    fetch,
    signal: new AbortController().signal,
    now: () => NOW,
    ...options,
  });
}

function say(status: number, body: string, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { firstCheck, type Checked, type Verdict } from './first-check';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const answering = (status: number, body: string, type = 'application/json'): Promise<string> =>
  serve((_, reply) => reply.writeHead(status, { 'content-type': type }).end(body));

const check = async (
  base: string,
  over: Partial<Parameters<typeof firstCheck>[0]> = {},
): Promise<Verdict> => (await checked(base, over)).verdict;

const checked = (
  base: string,
  over: Partial<Parameters<typeof firstCheck>[0]> = {},
): Promise<Checked> =>
  firstCheck({
    base,
    path: null,
    id: 'video_1',
    apiKey: 'sk-test-1234567890abcdef',
    fetch,
    signal: new AbortController().signal,
    now: Date.now,
    online: true,
    pageProtocol: 'https:',
    ...over,
  });

describe('firstCheck', () => {
  it('finds that it works, also where the id is not known there', async () => {
    expect(await check(await answering(200, '{"id":"video_1","status":"queued"}'))).toBe('works');
    expect(
      await check(await answering(400, '{"code":"task_not_exist","message":"task_not_exist"}')),
    ).toBe('works');
  });

  it('tells a refused key from a key that may not do this', async () => {
    const refused = '{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}';
    expect(await check(await answering(401, refused))).toBe('key_refused');
    const limited = '{"error":{"message":"This token has no access to model sora-2"}}';
    expect(await check(await answering(403, limited))).toBe('key_limited');
  });

  it('does not blame the key for one task that it may not see', async () => {
    const base = await serve((request, reply) => {
      const status = request.url?.endsWith('video_1') ? 401 : 404;
      reply.writeHead(status, { 'content-type': 'application/json' });
      reply.end('{"error":{"message":"Task not found"}}');
    });
    expect(await check(base)).toBe('works');
  });

  it('tells a key that was looked for elsewhere from a refused one, in the service’s words', async () => {
    const words = 'The x-api-key header is required';
    const base = await answering(401, JSON.stringify({ error: { message: words } }));
    expect(await checked(base)).toEqual({ verdict: 'key_elsewhere', said: words, leadsTo: null });
  });

  it('asks nobody with a key that cannot be sent', async () => {
    const never: typeof fetch = () => Promise.reject(new Error('asked'));
    expect(await check('https://a.test', { apiKey: 'sk-1234\n5678', fetch: never })).toBe(
      'key_unsendable',
    );
  });

  it('names the host that the address leads to, and does not blame the key', async () => {
    const elsewhere = await answering(401, '{"error":{"message":"Unauthorized"}}');
    const base = await serve((request, reply) =>
      reply.writeHead(302, { location: elsewhere + (request.url ?? '') }).end(),
    );
    const { host } = new URL(elsewhere);
    expect(await checked(base)).toMatchObject({ verdict: 'leads_elsewhere', leadsTo: host });
    // A browser does not tell where a redirect leads that was not followed for the key's sake.
    expect(await checked(base, { scheme: 'x-api-key' })).toMatchObject({
      verdict: 'leads_elsewhere',
      leadsTo: null,
    });
  });

  it('finds an address that is no such service', async () => {
    expect(await check(await answering(200, '<!doctype html><title>x</title>', 'text/html'))).toBe(
      'no_service',
    );
  });

  it('finds a host that does not answer, and one that answers but not to pages', async () => {
    const gone = await answering(200, '{}');
    for (const server of servers.splice(0)) {
      await new Promise((resolve) => server.close(resolve));
    }
    expect(await check(gone)).toBe('unreachable');
    // What a browser does about a host without CORS: the look-up fails, the probe gets an opaque answer.
    const noCors: typeof fetch = (_, init) =>
      init?.mode === 'no-cors'
        ? Promise.resolve(new Response(null))
        : Promise.reject(new TypeError('Failed to fetch'));
    expect(await check('https://a.test', { fetch: noCors })).toBe('cors');
  });

  it('tells a service that refuses whatever id is asked about, in its own words', async () => {
    const words = 'Parameter "group" is required';
    const refusing = (told: (id: string, nth: number) => string): Promise<string> => {
      let nth = 0;
      return serve((request, reply) => {
        const id = request.url?.split('/').at(-1) ?? '';
        reply.writeHead(400, { 'content-type': 'application/json' });
        reply.end(JSON.stringify({ error: { message: told(id, (nth += 1)) } }));
      });
    };
    const refuses = { verdict: 'refuses_all', leadsTo: null };
    expect(await checked(await refusing(() => words))).toEqual({ ...refuses, said: words });
    // With the id in it, or a number of the request, it is the same.
    const numbered = await refusing((id, nth) => `${words} (${id}, request 20261129${nth}xY)`);
    expect(await checked(numbered)).toMatchObject(refuses);
    const silent = await answering(400, '{}');
    expect(await checked(silent)).toEqual({ ...refuses, said: null });
  });

  it('does not say so where the made-up id is refused for another reason', async () => {
    const picky = await serve((request, reply) => {
      const ours = request.url?.endsWith('video_1');
      const message = ours ? 'This region is closed' : 'Malformed identifier';
      reply.writeHead(400, { 'content-type': 'application/json' });
      reply.end(JSON.stringify({ error: { message } }));
    });
    expect(await check(picky)).toBe('works');
    const unknown = await answering(400, '{"error":{"message":"Task not found"}}');
    expect(await check(unknown)).toBe('works');
    const refused = await answering(400, '{"error":{"message":"odd"}}');
    expect(await check(refused, { id: null })).toBe('works');
  });

  it('asks nobody when the browser is offline, or would refuse', async () => {
    const never: typeof fetch = () => Promise.reject(new Error('asked'));
    expect(await check('https://a.test', { online: false, fetch: never })).toBe('offline');
    expect(await check('http://a.test', { fetch: never })).toBe('mixed_content');
    expect(await check('http://a.test', { pageProtocol: 'http:', fetch: never })).not.toBe(
      'mixed_content',
    );
  });

  it('says so when the service is in trouble itself', async () => {
    expect(await check(await answering(502, '<html>502</html>', 'text/html'))).toBe('busy');
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { RENEWED } from '~/core/renewed';

import { configFor } from './page-config';

const HOME = 'https://team.test/';
const CONFIG = `${HOME}config.json`;
const policy = (hosts: string): string => `default-src 'none'; connect-src 'self'${hosts}`;

/** A host whose page has this policy, and whose config.json is answered so. */
let host: { policy: string | null; config: () => Response };
let cache: Cache;

beforeEach(async () => {
  cache = emptyCache();
  host = { policy: policy(' https:'), config: () => json({ otherAddresses: true }) };
  vi.stubGlobal('caches', { match: async () => undefined });
  vi.stubGlobal('fetch', async (url: string) => (url === './' ? page() : host.config()));
  await cache.put('./', page());
  await configFor(CONFIG, cache);
});
afterEach(() => vi.unstubAllGlobals());

describe('the settings of a page in memory', () => {
  it('are the host’s of today', async () => {
    host.config = () => json({ otherAddresses: false });
    expect(await (await configFor(CONFIG, cache)).json()).toEqual({ otherAddresses: false });
  });

  it.each<[string, () => Response]>([
    ['nobody answers', () => Response.error()],
    ['the host is in trouble', () => new Response('', { status: 502 })],
    ['a sign-in answers', () => html()],
  ])('are those that were known where %s', async (_, answer) => {
    host.config = answer;
    host.policy = "default-src 'none'; style-src 'unsafe-inline'";
    const reply = await configFor(CONFIG, cache);
    expect(await reply.json()).toEqual({ otherAddresses: true });
    expect(reply.headers.has(RENEWED)).toBe(false);
    expect((await cache.match('./'))?.headers.get('content-security-policy')).toBe(
      policy(' https:'),
    );
  });

  it('are gone where the host has taken them away', async () => {
    host.config = () => new Response('', { status: 404 });
    expect((await configFor(CONFIG, cache)).status).toBe(404);
    host.config = () => Response.error();
    expect((await configFor(CONFIG, cache)).type).toBe('error');
  });

  it('hold also where there is no room to remember them', async () => {
    cache.put = async () => Promise.reject(new DOMException('Full', 'QuotaExceededError'));
    host.config = () => json({ otherAddresses: false });
    expect(await (await configFor(CONFIG, cache)).json()).toEqual({ otherAddresses: false });
  });
});

describe('whom a page in memory may ask', () => {
  it.each<[string, () => Response]>([
    ['config.json is the same', () => json({ otherAddresses: true })],
    ['there is none any more', () => new Response('', { status: 404 })],
  ])('is what the host says today, once, also where %s', async (_, answer) => {
    host.config = answer;
    host.policy = policy('');
    const reply = await configFor(CONFIG, cache);
    expect(reply.headers.has(RENEWED)).toBe(true);
    const kept = await cache.match('./');
    expect(kept?.headers.get('content-security-policy')).toBe(policy(''));
    expect(await kept?.text()).toBe('<html>page');
    expect((await configFor(CONFIG, cache)).headers.has(RENEWED)).toBe(false);
  });
});

function page(): Response {
  const headers = host.policy === null ? {} : { 'content-security-policy': host.policy };
  return new Response('<html>page', { headers });
}

function html(): Response {
  return new Response('<html>Sign in', { headers: { 'content-type': 'text/html' } });
}

function json(value: object): Response {
  return Response.json(value);
}

/** As much of a cache as is used. */
function emptyCache(): Cache {
  const kept = new Map<string, Response>();
  return {
    match: async (url: string) => kept.get(url)?.clone(),
    put: async (url: string, reply: Response) => void kept.set(url, reply),
    delete: async (url: string) => kept.delete(url),
  } as unknown as Cache;
}

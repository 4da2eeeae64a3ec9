import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask, type Host, KINDS } from './support/hosts';
import { KEY, TEAM } from './support/network';
import { startPair, type Pair } from './support/pair';
import { FILM, headersNamed } from './support/upstream';

let pair: Pair;
let network: Pair['network'];
beforeAll(async () => {
  pair = await startPair();
  ({ network } = pair);
});
afterAll(async () => pair.stop());

/** What the relay itself says, and what a page or a browser reads. */
const NAMED =
  /^(?:server|date|connection|keep-alive|transfer-encoding|content-(?:type|length|range|security-policy)|cross-origin-resource-policy|x-content-type-options|accept-ranges|cache-control|etag|last-modified|x-request-id|retry-after|age)$/;

describe.each(KINDS)('the relay of %s', (kind) => {
  const host = (): Host => pair.hosts[kind];
  const bearer = { Authorization: `Bearer ${KEY}` };

  test('passes a look-up on: the key, the id as it was encoded, and nothing that identifies the client', async () => {
    const reply = await ask(host(), '/relay/studio/v1/videos/sora-2%3Atask%2F1?variant=small', {
      headers: {
        ...bearer,
        Accept: 'application/json',
        Cookie: 'session=secret',
        'X-Forwarded-For': '10.1.1.1',
        Forwarded: 'for=10.1.1.1',
        Referer: 'https://team.test/',
        'User-Agent': 'somebody',
      },
    });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body.toString())).toEqual({ id: 'task_1', status: 'queued' });
    expect(network.service.asked.at(-1)).toMatchObject({
      method: 'GET',
      url: '/v1/videos/sora-2%3Atask%2F1?variant=small',
    });
    const reached = network.service.asked
      .at(-1)
      ?.headers.map(([name]) => name.toLowerCase())
      .toSorted();
    expect(reached?.filter((name) => name !== 'connection')).toEqual([
      'accept',
      'authorization',
      'host',
    ]);
    expect(headersNamed(network.service, 'Authorization')).toEqual([`Bearer ${KEY}`]);
  });

  test('passes the answer on, but no cookies and no headers that affect the page', async () => {
    const { headers } = await ask(host(), '/relay/studio/v1/videos/a', { headers: bearer });
    expect(headers['x-request-id']).toBe('abc');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['service-worker-allowed']).toBeUndefined();
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect((await ask(host(), '/relay/studio/v1/videos/missing')).status).toBe(404);
  });

  test('passes on no header that nobody has named', async () => {
    for (const path of ['a', 'missing', 'a/content']) {
      const { headers } = await ask(host(), `/relay/studio/v1/videos/${path}`, { headers: bearer });
      const odd = Object.keys(headers).filter((name) => !NAMED.test(name));
      expect(odd).toEqual([]);
    }
  });

  test('lets nobody keep a look-up, whatever the service says of it', async () => {
    for (const path of ['a', 'missing', 'a?variant=content', '%e5%bd%b1']) {
      const { headers } = await ask(host(), `/relay/studio/v1/videos/${path}`);
      expect([headers['cache-control'], headers['expires']]).toEqual(['no-store', undefined]);
    }
    const film = await ask(host(), '/relay/studio/v1/videos/a/content');
    expect(film.headers['cache-control']).toBe('private, max-age=60');
    const unknown = await ask(host(), '/relay/nobody/v1/videos/a');
    expect(unknown.headers['cache-control']).toBe('no-store');
  });

  test('passes pieces of a video on', async () => {
    const reply = await ask(host(), '/relay/studio/v1/videos/a/content', {
      headers: { ...bearer, Range: 'bytes=1000-1999' },
    });
    expect(reply.status).toBe(206);
    expect(reply.headers['content-range']).toBe(`bytes 1000-1999/${FILM.length}`);
    expect(reply.body.equals(FILM.subarray(1000, 2000))).toBe(true);
    const whole = await ask(host(), '/relay/studio/v1/videos/a/content');
    expect(whole.body.equals(FILM)).toBe(true);
  });

  test('adds the team’s key to its own service, whatever the page sends, and to no other', async () => {
    await ask(host(), '/relay/house/v1/videos/a');
    expect(network.house.asked.at(-1)?.url).toBe('/api/v1/videos/a');
    expect(headersNamed(network.house, 'Authorization')).toEqual([`Bearer ${TEAM}`]);
    await ask(host(), '/relay/house/v1/videos/a', { headers: bearer });
    expect(headersNamed(network.house, 'Authorization')).toEqual([`Bearer ${TEAM}`]);
    await ask(host(), '/relay/studio/v1/videos/a');
    expect(headersNamed(network.service, 'Authorization')).toEqual([]);
  });

  test.each([
    '/relay/nobody/v1/videos/a',
    '/relay/studio/v1/videos/',
    '/relay/studio/v1/models',
    '/relay/studio/admin',
    '/relay/studio/v1/videos/a/b',
    '/relay/studio/v1/videos/..',
    '/relay/studio/v1/videos/../models',
    '/relay/studio/v1/videos/%2e%2e/models',
    '/relay/studio/v1/videos/%2e%2e%2fmodels',
    '/relay/studio/v1/videos/..;%2f..;%2fadmin',
    '/relay/studio/v1/videos/..;/content',
    '/relay/studio/v1/videos/%2e%2e;x=1%2fadmin',
    '/relay/studio/v1/videos/..%3fx',
    '/relay/studio/v1/videos/..%23',
    '/relay/studio/v1/videos/..%2F..%2Fadmin',
    '/relay/studio/v1/videos/a%2f..%2f..%2fadmin',
    '/relay/studio/v1/videos/..%5cadmin',
    '/relay/studio/v1/videos/%252e%252e%252fadmin',
    '/relay/studio/v1/videos/a%0d%0aHost:%20evil',
    '/relay/studio/v1/videos/a%00',
    '/relay/studio/v1/videos/..%20%2fadmin',
    '/relay/studio/v1/videos/%c0%ae%c0%ae%2fadmin',
    '/relay/studio/v1/videos/%e0%80%ae%e0%80%ae%2fadmin',
    '/relay/studio/v1/videos/%f0%80%80%ae',
    '/relay/studio/v1/videos/%ed%a0%80',
    '/relay/studio/v1/videos/%f4%90%80%80',
    '/relay/studio/v1/videos/a%ae',
    '/relay/studio/v1/videos/a%e4%bd',
    '/relay/studio/v1/videos/a%ff',
    '/relay/studio/v1/videos/a?x=%c0%af',
    '/relay/studio/v1/videos/.',
    '/relay/studio@127.0.0.1:80/v1/videos/a',
    '/relay//v1/videos/a',
    '/relay/http:%2f%2f169.254.169.254/v1/videos/a',
    '/relay/media/169.254.169.254/latest/meta-data',
    '/relay/media/127.0.0.1/v1/videos/a',
    '/relay/media/localhost/film.mp4',
    '/relay/media/cdn.test.evil.test/film.mp4',
    '/relay/media/cdn.test/film.mp4',
    '/relay/media/evil.test@cdn.test/film.mp4',
  ])('asks nobody for %s', async (raw) => {
    const before = network.asked();
    const { status, body } = await ask(host(), raw, { headers: bearer });
    // nginx itself rejects some of them.
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain('task_1');
    expect(network.asked()).toBe(before);
  });

  test('says so in JSON, whatever the address ends in', async () => {
    const { status, headers } = await ask(host(), '/relay/media/nobody.test/film.mp4');
    expect([status, headers['content-type']]).toEqual([404, 'application/json']);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('does not %s', async (method) => {
    const before = network.asked();
    const { status } = await ask(host(), '/relay/studio/v1/videos/a', { method, headers: bearer });
    expect(status).toBe(405);
    expect(network.asked()).toBe(before);
  });

  test('accepts no body', async () => {
    const before = network.asked();
    const { status } = await ask(host(), '/relay/studio/v1/videos/a', {
      headers: { 'Content-Length': '5000' },
      body: 'x'.repeat(5000),
    });
    expect(status).toBe(413);
    expect(network.asked()).toBe(before);
    const chunked = await ask(host(), '/relay/studio/v1/videos/a', {
      headers: { 'Transfer-Encoding': 'chunked' },
      body: 'x'.repeat(5000),
    });
    expect(chunked.status).toBe(413);
    expect(network.asked()).toBe(before);
    await ask(host(), '/relay/studio/v1/videos/a', {
      headers: { 'Content-Length': '5' },
      body: 'hello',
    });
    expect(headersNamed(network.service, 'Content-Length')).toEqual([]);
  });

  test.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'empty' }],
    ['another site’s video', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'video' }],
    ['somebody who opens it as a page', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Dest': 'document' }],
    ['a script', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'script' }],
    ['a service worker', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'serviceworker' }],
    ['a frame', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'iframe' }],
  ])('refuses %s', async (_, headers) => {
    const before = network.asked();
    const { status } = await ask(host(), '/relay/house/v1/videos/a', { headers });
    expect(status).toBe(403);
    expect(network.asked()).toBe(before);
  });

  test('is not controlled by services: X-Accel-Redirect is ignored', async () => {
    const before = network.house.asked.length;
    const { status, headers } = await ask(host(), '/relay/studio/v1/videos/accel');
    expect(status).toBe(200);
    expect(headers['x-accel-redirect']).toBeUndefined();
    expect(network.house.asked).toHaveLength(before);
  });

  test('fetches videos from the named hosts, without the key', async () => {
    const reply = await ask(
      host(),
      `/relay/media/cdn.test:${network.films.port}/a/b.mp4?sig=x%2Fy`,
      {
        headers: { ...bearer, Range: 'bytes=0-9' },
      },
    );
    expect([reply.status, reply.body.length]).toEqual([206, 10]);
    expect(network.films.asked.at(-1)?.url).toBe('/a/b.mp4?sig=x%2Fy');
    expect(headersNamed(network.films, 'Authorization')).toEqual([]);
  });

  test('asks nothing of a machine that a name was redirected to: it cannot prove that it has that name', async () => {
    const { status } = await ask(
      host(),
      `/relay/media/rebound.test:${network.impostor.port}/a.mp4`,
    );
    expect(status).toBe(502);
    expect(network.impostor.asked).toEqual([]);
  });

  test.each(['gone', 'dead'])(
    'says that it cannot reach a service (%s), and serves the others',
    async (name) => {
      const reply = await ask(host(), `/relay/${name}/v1/videos/a`, { headers: bearer });
      expect(reply.status).toBe(502);
      expect(JSON.parse(reply.body.toString())).toMatchObject({
        error: { code: 'upstream_unreachable' },
      });
      expect((await ask(host(), '/relay/studio/v1/videos/a')).status).toBe(200);
    },
  );
});

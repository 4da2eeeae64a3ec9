import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, KINDS, startHost, startNginx, type Reply } from './support/hosts';
import { KEY, startNetwork, TEAM, type Network } from './support/network';
import { timesAsked } from './support/upstream';

let network: Network;
beforeAll(async () => {
  network = await startNetwork();
});
afterAll(async () => network.stop());

test('nginx’s log has no key, no query and no video address, also when things go wrong', async () => {
  const host = await startNginx(network.site, network.env);
  await ask(host, `/relay/studio/v1/videos/a?key=${KEY}`, {
    headers: { Authorization: `Bearer ${KEY}` },
  });
  await ask(host, `/relay/dead/v1/videos/${KEY}?key=${KEY}`, {
    headers: { Cookie: KEY, 'User-Agent': KEY },
  });
  await ask(host, `/${KEY}?${KEY}`);
  // What another app shares with the page, where no worker takes it.
  const shared = await ask(host, '/shared', { method: 'POST', body: `text=${KEY}` });
  expect(shared.status).toBe(405);
  expect(shared.body.toString()).not.toContain(KEY);
  await expect.poll(() => host.said()).toContain('"path":"/index.html"');
  const said = host.said();
  expect(said).toContain('"path":"/relay/studio/…"');
  expect(said).not.toContain(KEY);
  expect(said).not.toContain(TEAM);
  expect(said).not.toContain('key=');
  await host.stop();
});

/** A page has to know that this is not the service's. */
function expectOwn(replies: readonly Reply[]): void {
  for (const { status, headers, body } of replies) {
    expect(status).toBe(429);
    expect(headers).toMatchObject({ 'retry-after': '2', 'rushes-relay': 'busy' });
    expect(headers['content-type']).toContain('application/json');
    expect(JSON.parse(body.toString())).toMatchObject({ error: { code: 'rate_limited' } });
  }
}

test.each(KINDS)(
  '%s asks only so often with one key, whoever asks, and what it need not ask for is free',
  async (kind) => {
    const env = { ...network.env, RELAY_KEY_RATE: '1', RELAY_SHARE_SECONDS: '5' };
    const host = await startHost(kind, network.site, env);
    const of = async (id: string, headers: Record<string, string> = {}): Promise<Reply> =>
      ask(host, `/relay/house/v1/videos/${kind.length}-${id}`, { headers });
    expect((await of('first')).status).toBe(200);
    // At once, while that answer is as good as new.
    const shared = await Promise.all(Array.from({ length: 40 }, async () => of('first')));
    expect(new Set(shared.map(({ status }) => status))).toEqual(new Set([200]));
    const began = performance.now();
    const before = network.house.asked.length;
    const replies = await Promise.all(
      Array.from({ length: 40 }, async (_, index) =>
        of(String(index), { 'X-Api-Key': `${index}` }),
      ),
    );
    const seconds = (performance.now() - began) / 1000;
    const limited = replies.filter(({ status }) => status === 429);
    const reached = network.house.asked.length - before;
    expect(reached).toBeGreaterThanOrEqual(2);
    expect(reached).toBeLessThanOrEqual(2 + Math.ceil(seconds) + 1);
    expect(limited).toHaveLength(40 - reached);
    expectOwn(limited);
    // Videos are read in pieces: whoever watches one holds up nobody's look-ups.
    const films = await Promise.all(Array.from({ length: 40 }, async () => of('a/content')));
    expect(new Set(films.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await ask(host, '/relay/studio/v1/videos/a')).status).toBe(200);
    await host.stop();
  },
);

test.each(KINDS)('%s asks one client for a pause, and lets it on again', async (kind) => {
  // Bursts of four, and one more with each second, however slow the machine is.
  const slow = { ...network.env, RELAY_RATE: '1' };
  const host = await startHost(kind, network.site, slow);
  const began = performance.now();
  const replies = await Promise.all(
    Array.from({ length: 60 }, async () => ask(host, '/relay/studio/v1/videos/a')),
  );
  const seconds = (performance.now() - began) / 1000;
  const limited = replies.filter(({ status }) => status === 429);
  const passed = replies.filter(({ status }) => status === 200).length;
  expect(passed).toBeGreaterThanOrEqual(4);
  // One that had begun, and one of the second that has.
  expect(passed).toBeLessThanOrEqual(4 + Math.ceil(seconds) + 1);
  expect(limited).toHaveLength(60 - passed);
  expectOwn(limited);
  // An office has one address, and everybody there a key of their own.
  const other = await ask(host, '/relay/studio/v1/videos/a', { headers: { 'X-Api-Key': 'b' } });
  expect(other.status).toBe(200);
  await expect.poll(async () => (await ask(host, '/relay/studio/v1/videos/a')).status).toBe(200);
  await host.stop();
});

test.each(KINDS)(
  '%s lets one client wait for so many answers of a service at once, and for those of others, too',
  async (kind) => {
    // At once 200, and 50 more with each second: by the rate alone the next one would be let through.
    const env = { ...network.env, RELAY_RATE: '50' };
    const host = await startHost(kind, network.site, env);
    const gone = new AbortController();
    const waiting = Array.from({ length: 200 }, async () =>
      fetch(`http://127.0.0.1:${host.port}/relay/studio/v1/videos/silent`, {
        signal: gone.signal,
      }).catch(() => null),
    );
    const silent = (): number =>
      network.service.asked.filter(({ url }) => url.includes('silent')).length;
    await expect.poll(silent).toBe(200);
    network.service.asked.length = 0;
    expect((await ask(host, '/relay/studio/v1/videos/a')).status).toBe(429);
    expect((await ask(host, '/relay/house/v1/videos/a')).status).toBe(200);
    gone.abort();
    await Promise.all(waiting);
    await expect.poll(async () => (await ask(host, '/relay/studio/v1/videos/a')).status).toBe(200);
    await host.stop();
  },
);

test.each(KINDS)('%s holds up no video for that of a host that never answers', async (kind) => {
  const { films, impostor } = network;
  const host = await startHost(kind, network.site, { ...network.env, RELAY_RATE: '1' });
  const before = films.asked.length;
  const gone = new AbortController();
  const waiting = Array.from({ length: 4 }, async () =>
    fetch(`http://127.0.0.1:${host.port}/relay/media/cdn.test:${films.port}/silent.mp4`, {
      signal: gone.signal,
    }).catch(() => null),
  );
  await expect.poll(() => films.asked.length - before).toBe(4);
  const [same, other] = [`cdn.test:${films.port}`, `rebound.test:${impostor.port}`];
  expect((await ask(host, `/relay/media/${same}/a.mp4`)).status).toBe(429);
  // It cannot prove its name, but was asked.
  expect((await ask(host, `/relay/media/${other}/a.mp4`)).status).toBe(502);
  gone.abort();
  await Promise.all(waiting);
  await host.stop();
});

test.each(KINDS)('%s asks again where an answer does not come', async (kind) => {
  const host = await startHost(kind, network.site, { ...network.env, RELAY_SHARE_SECONDS: '2' });
  const id = `held-${kind.length}`;
  const address = `http://127.0.0.1:${host.port}/relay/studio/v1/videos/${id}`;
  const gone = new AbortController();
  const asked: Promise<number | null>[] = [];
  const askOnceMore = (): number => {
    const status = fetch(address, { signal: gone.signal }).then(
      (reply) => reply.status,
      () => null,
    );
    asked.push(status);
    return timesAsked(network.service, id);
  };
  await expect.poll(askOnceMore, { interval: 1000, timeout: 60_000 }).toBe(2);
  network.service.release();
  // Nobody has to wait for the first one.
  expect(await Promise.any(asked)).toBe(200);
  gone.abort();
  await Promise.all(asked);
  await host.stop();
});

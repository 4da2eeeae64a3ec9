import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, startNginx, startNodeRelay } from './support/hosts';
import { KEY, startNetwork, TEAM, type Network } from './support/network';

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
  await expect.poll(() => host.said()).toContain('"path":"/index.html"');
  const said = host.said();
  expect(said).toContain('"path":"/relay/studio/…"');
  expect(said).not.toContain(KEY);
  expect(said).not.toContain(TEAM);
  expect(said).not.toContain('key=');
  await host.stop();
});

test.each(['nginx', 'npm start'] as const)(
  '%s asks one client for a pause, and lets it on again',
  async (kind) => {
    // Bursts of four, and one more with each second, however slow the machine is.
    const slow = { ...network.env, RELAY_RATE: '1' };
    const host =
      kind === 'nginx' ? await startNginx(network.site, slow) : await startNodeRelay(slow);
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
    expect(limited[0]?.headers['retry-after']).toBe('1');
    expect(limited[0]?.headers['content-type']).toContain('application/json');
    expect(JSON.parse(limited[0]?.body.toString() ?? '')).toMatchObject({
      error: { code: 'rate_limited' },
    });
    await expect.poll(async () => (await ask(host, '/relay/studio/v1/videos/a')).status).toBe(200);
    await host.stop();
  },
);

test.each(['nginx', 'npm start'] as const)(
  '%s lets one client wait for so many answers of a service at once, and for those of others, too',
  async (kind) => {
    // At once 200, and 50 more with each second: by the rate alone the next one would be let through.
    const env = { ...network.env, RELAY_RATE: '50' };
    const host = kind === 'nginx' ? await startNginx(network.site, env) : await startNodeRelay(env);
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

import { spawnSync } from 'node:child_process';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { moduleOf } from '../../hosting/nginx/modules.mjs';
import { ask, startNginx, type Host } from './support/hosts';
import { startNetwork, type Network } from './support/network';
import { headersNamed } from './support/upstream';

const version = spawnSync(process.env['NGINX'] ?? 'nginx', ['-V'], { encoding: 'utf8' }).stderr;
/** nginx has one worker per core, and each has its own connections. */
const LOOK_UPS = 200;

let network: Network;
let host: Host;
beforeAll(async () => {
  network = await startNetwork();
  const { service, house, films, impostor } = network;
  host = await startNginx(network.site, {
    ...network.env,
    RELAY_KEY_HOUSE: '',
    RELAY_UPSTREAMS: [
      `address=http://127.0.0.1:${service.port}`,
      `named=http://house.test:${house.port}/api`,
      `secure=https://cdn.test:${films.port}`,
      `rebound=https://rebound.test:${impostor.port}`,
      'gone=https://gone.test',
    ].join(' '),
  });
});
afterAll(async () => {
  await host.stop();
  await network.stop();
});

test('an upstream is addressed by its own name and port, also over kept connections', async () => {
  const { service, house, films } = network;
  for (let round = 0; round < 2; round += 1) {
    for (const name of ['address', 'named', 'secure']) {
      expect((await ask(host, `/relay/${name}/v1/videos/a`)).status).toBe(200);
    }
    expect(headersNamed(service, 'Host')).toEqual([`127.0.0.1:${service.port}`]);
    expect(headersNamed(house, 'Host')).toEqual([`house.test:${house.port}`]);
    expect(house.asked.at(-1)?.url).toBe('/api/v1/videos/a');
    expect(headersNamed(films, 'Host')).toEqual([`cdn.test:${films.port}`]);
  }
});

test('whoever cannot prove the name is told nothing, however the name leads there', async () => {
  expect((await ask(host, '/relay/rebound/v1/videos/a')).status).toBe(502);
  expect(network.impostor.asked).toEqual([]);
});

test('a name that does not resolve affects neither the start nor the others', async () => {
  expect((await ask(host, '/relay/gone/v1/videos/a')).status).toBe(502);
  expect((await ask(host, '/relay/named/v1/videos/a')).status).toBe(200);
});

test.each(['address', 'named', 'secure'] as const)(
  'look-ups of %s share connections',
  async (name) => {
    const { service, house, films } = network;
    const upstream = { address: service, named: house, secure: films }[name];
    for (let lookUp = 0; lookUp < LOOK_UPS; lookUp += 1) {
      expect((await ask(host, `/relay/${name}/v1/videos/a`)).status).toBe(200);
    }
    // Without the stream module nginx keeps only connections to IP addresses.
    if (name !== 'address' && !moduleOf('stream', version).isThere) return;
    expect(upstream.connections()).toBeLessThan(LOOK_UPS / 2);
  },
);

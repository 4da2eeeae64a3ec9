import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { AUTH_SCHEMES } from '~/core/auth-scheme';
import { KEY_HEADER } from '~/core/key-header';

import { KEY_HEADERS } from '../../hosting/relay-rules.mjs';
import { ask, KINDS, startBoth, type Host } from './support/hosts';
import { KEY, startNetwork, TEAM, type Network } from './support/network';
import { headersNamed } from './support/upstream';

let network: Network;
let hosts: Awaited<ReturnType<typeof startBoth>>;
beforeAll(async () => {
  network = await startNetwork();
  hosts = await startBoth(network.site, {
    ...network.env,
    RELAY_UPSTREAMS: `${network.env['RELAY_UPSTREAMS']} shop=http://127.0.0.1:${network.house.port}/shop`,
    RELAY_KEY_SHOP: TEAM,
    RELAY_SCHEME_SHOP: 'x-api-key',
  });
});
afterAll(async () => {
  await Promise.all(Object.values(hosts).map(async (host) => host.stop()));
  await network.stop();
});

/** A key in every header that may carry one, and in some that may not. */
const SENT = {
  Authorization: 'Key k-1',
  'x-api-key': 'k-2',
  'Api-Key': 'k-3',
  'X-Goog-Api-Key': 'k-4',
  'X-Key': 'k-5',
  Cookie: 'k=k-6',
  'Ocp-Apim-Subscription-Key': 'k-7',
};

describe.each(KINDS)('the relay of %s', (kind) => {
  const host = (): Host => hosts[kind];

  test('passes the key in the header in which the page sends it, and in no others', async () => {
    await ask(host(), '/relay/studio/v1/videos/a', { headers: SENT });
    expect(headersNamed(network.service, 'Authorization')).toEqual(['Key k-1']);
    expect(headersNamed(network.service, 'X-Api-Key')).toEqual(['k-2']);
    expect(headersNamed(network.service, 'Api-Key')).toEqual(['k-3']);
    expect(headersNamed(network.service, 'X-Goog-Api-Key')).toEqual(['k-4']);
    expect(JSON.stringify(network.service.asked.at(-1))).not.toMatch(/k-[567]/);
    await ask(host(), '/relay/studio/v1/videos/a', { headers: { 'X-Api-Key': KEY } });
    expect(headersNamed(network.service, 'Authorization')).toEqual([]);
  });

  test('adds the team’s key in the header that its service wants, and passes no other key on', async () => {
    await ask(host(), '/relay/shop/v1/videos/a', { headers: SENT });
    expect(network.house.asked.at(-1)?.url).toBe('/shop/v1/videos/a');
    expect(headersNamed(network.house, 'X-Api-Key')).toEqual([TEAM]);
    expect(JSON.stringify(network.house.asked.at(-1))).not.toMatch(/k-\d/);
    await ask(host(), '/relay/house/v1/videos/a', { headers: SENT });
    expect(headersNamed(network.house, 'Authorization')).toEqual([`Bearer ${TEAM}`]);
    expect(JSON.stringify(network.house.asked.at(-1))).not.toMatch(/k-\d/);
  });

  test('gives the host of a video no key, in whatever header it comes', async () => {
    await ask(host(), `/relay/media/cdn.test:${network.films.port}/a.mp4`, { headers: SENT });
    expect(network.films.asked.at(-1)?.url).toBe('/a.mp4');
    expect(JSON.stringify(network.films.asked.at(-1))).not.toMatch(/k-\d/);
  });
});

test('the headers that the page may send a key in are those that the relays pass', () => {
  const sent = new Set(AUTH_SCHEMES.map((scheme) => KEY_HEADER[scheme].name));
  expect([...sent].toSorted()).toEqual(KEY_HEADERS.toSorted());
});

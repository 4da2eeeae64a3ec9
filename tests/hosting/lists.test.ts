import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask, type Host, KINDS, startBoth } from './support/hosts';
import { KEY, startNetwork, TEAM, type Network } from './support/network';
import { headersNamed } from './support/upstream';

/** What `RELAY_LISTS` is set to, and whose lists may be read then: a person's own key's, the team's key's. */
const ALLOWED = [
  ['', false, false],
  ['yes', true, false],
  ['team', true, true],
] as const;

const PAGE = '/v1/videos?limit=100&after=video_a%3Ab&p=2&page_size=100';

let network: Network;
beforeAll(async () => {
  network = await startNetwork();
});
afterAll(async () => network.stop());

describe.each(ALLOWED)('lists, with RELAY_LISTS=%s', (lists, own, team) => {
  let hosts: Record<(typeof KINDS)[number], Host>;
  beforeAll(async () => {
    hosts = await startBoth(network.site, { ...network.env, RELAY_LISTS: lists });
  });
  afterAll(async () => {
    await Promise.all(Object.values(hosts).map(async (host) => host.stop()));
  });
  const headers = { Authorization: `Bearer ${KEY}` };

  describe.each(KINDS)('the relay of %s', (kind) => {
    test(`${own ? 'passes' : 'does not pass'} the list of a person’s own key on`, async () => {
      const before = network.asked();
      const reply = await ask(hosts[kind], `/relay/studio${PAGE}`, { headers });
      expect(reply.status).toBe(own ? 200 : 404);
      expect(network.asked() - before).toBe(own ? 1 : 0);
      expect(reply.headers['cache-control']).toBe('no-store');
      const reached = network.service.asked.filter(({ url }) => url === PAGE);
      expect(reached.length > 0).toBe(own);
      expect(
        reached.every(({ headers: sent }) => sent.some(([, value]) => value === `Bearer ${KEY}`)),
      ).toBe(true);
    });

    test(`${team ? 'passes' : 'does not pass'} the list of the team’s key on`, async () => {
      const before = network.asked();
      const reply = await ask(hosts[kind], `/relay/house${PAGE}`);
      expect(reply.status).toBe(team ? 200 : 404);
      expect(network.asked() - before).toBe(team ? 1 : 0);
      expect(network.house.asked.some(({ url }) => url === `/api${PAGE}`)).toBe(team);
      await ask(hosts[kind], '/relay/house/v1/videos/a');
      expect(headersNamed(network.house, 'Authorization')).toEqual([`Bearer ${TEAM}`]);
    });

    test('still passes look-ups on', async () => {
      const reply = await ask(hosts[kind], '/relay/studio/v1/videos/a', { headers });
      expect(reply.status).toBe(200);
    });

    test.each([
      '/relay/studio/v1/videos?key=sk-1',
      '/relay/studio/v1/videos?limit=100&model=x',
      '/relay/studio/v1/videos?limit=100&',
      '/relay/studio/v1/videos?',
      '/relay/studio/v1/videos/?limit=100',
      '/relay/studio/v1/videos?after=%c0%ae',
      '/relay/studio/v1/videos?limit=1%0d%0aHost:%20evil&%00',
      '/relay/studio/v1/models?limit=100',
      '/relay/studio/v1/../v1/videos?limit=100',
      '/relay/nobody/v1/videos?limit=100',
    ])('asks nobody for %s', async (raw) => {
      const before = network.asked();
      const { status } = await ask(hosts[kind], raw, { headers });
      expect([400, 404]).toContain(status);
      expect(network.asked()).toBe(before);
    });
  });
});

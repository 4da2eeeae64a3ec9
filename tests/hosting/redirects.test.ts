import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask, KINDS, type Host } from './support/hosts';
import { startPair, type Pair } from './support/pair';

let pair: Pair;
let network: Pair['network'];
beforeAll(async () => {
  pair = await startPair();
  ({ network } = pair);
});
afterAll(async () => pair.stop());

describe.each(KINDS)('a redirect through the relay of %s', (kind) => {
  const host = (): Host => pair.hosts[kind];
  const ledTo = async (
    location: string,
    at = '/relay/studio/v1/videos/moved-to-',
  ): Promise<unknown> => {
    const reply = await ask(host(), at + Buffer.from(location).toString('base64url'), {
      headers: { Host: 'rushes.example.com:8443', 'Rushes-Host': 'elsewhere.example.com' },
    });
    expect(reply.status).toBe(302);
    return reply.headers.location;
  };

  test('to a video host that the relay reads leads through the relay', async () => {
    const film = `cdn.test:${network.films.port}/a.mp4?sig=x%2Fy`;
    expect(await ledTo(`https://${film}`)).toBe(`/relay/media/${film}`);
  });

  test.each([
    'https://files.example.net/a/b.mp4?sig=x/../y&e=1',
    'https://files.example.net:8443/relayed.mp4',
    'https://files.example.net',
  ])('to another host is told: %s', async (away) => {
    expect(await ledTo(away)).toBe(away);
  });

  test.each([
    '/relay/house/v1/videos/a',
    '../../house/v1/videos/a',
    'house',
    '//rushes.example.com/relay/house/v1/videos/a',
    'https://rushes.example.com:8443/relay/house/v1/videos/a',
    'HTTPS://RUSHES.EXAMPLE.COM/x',
    'https://rushes.example.com./x',
    // This host may have another name, which it does not know.
    'https://team.example.com/relay/house/v1/videos/a',
    'https://team.example.com/tools/relay/house/v1/videos/a',
    'https://team.example.com/%72elay/house/v1/videos/a',
    'https://team.example.com/x%2frelay%2fhouse/v1/videos/a',
    String.raw`https://team.example.com\relay\house`,
    'https://team.example.com/re\tlay/house/v1/videos/a',
    'https://somebody@team.example.com/x',
    'http://files.example.net/a.mp4',
    'http://127.0.0.1:8080/secret',
    'blob:https://files.example.net/x',
    'data:text/html,x',
  ])('could bring a key elsewhere, so it is not told: %s', async (location) => {
    const before = network.house.asked.length;
    expect(await ledTo(location)).toBeUndefined();
    expect(network.house.asked).toHaveLength(before);
  });

  test.each(['/../../studio/v1/videos/a', '/%2e%2e/x', '/a/..', '/a/..#x', '/a%5c..%5cx'])(
    'never leads out of the video host: %s',
    async (end) => {
      expect(await ledTo(`https://cdn.test:${network.films.port}${end}`)).toBeUndefined();
    },
  );

  test('of a video host is told by the same rule', async () => {
    const at = `/relay/media/cdn.test:${network.films.port}/moved-to-`;
    expect(await ledTo('/relay/studio/v1/videos/a', at)).toBeUndefined();
    expect(await ledTo('https://files.example.net/b.mp4', at)).toBe(
      'https://files.example.net/b.mp4',
    );
  });
});

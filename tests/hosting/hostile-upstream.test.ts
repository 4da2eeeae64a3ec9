import { createServer, type AddressInfo, type Server } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask, KINDS, send, startBoth } from './support/hosts';
import { startNetwork, type Network } from './support/network';

/** What a service would say that wants to speak for the page's host: a status line that programs may let through. */
const BODY = '<!doctype html><script>document.title = "taken"</script>';
const SAID = [
  'http/1.1 200 OK',
  'Content-Type: text/html',
  'Cache-Control: max-age=86400',
  'Set-Cookie: session=chosen-by-service; Path=/',
  'Clear-Site-Data: "storage"',
  `Content-Length: ${BODY.length}`,
  '',
  BODY,
].join('\r\n');
/** Answers that are HTTP, by the id that is asked for, and what programs may stumble over. */
const ODD: Readonly<Record<string, string>> = {
  trailer: 'HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nContent-Length: 2\r\n\r\n{}',
  chunked:
    'HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX-Sum: 1\r\n\r\n',
  switched: 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  unfinished: 'HTTP/1.1 150 Perhaps\r\nContent-Length: 2\r\n\r\n{}',
  nothing: '',
  none: 'HTTP/1.1 204 No Content\r\n\r\n',
  high: 'HTTP/1.1 999 Denied\r\nContent-Length: 2\r\n\r\n{}',
  twice: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} ',
  cut: 'HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{}',
};
const NEXT = 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged';

let service: Server;
let network: Network;
let hosts: Awaited<ReturnType<typeof startBoth>>;

beforeAll(async () => {
  service = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (asked) => {
      const id = /videos\/(\w+)/.exec(asked.toString())?.[1] ?? '';
      socket.end(ODD[id] ?? SAID + NEXT);
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  network = await startNetwork();
  const { port } = service.address() as AddressInfo;
  const env = {
    ...network.env,
    RELAY_KEY_HOUSE: '',
    // Also what is stored for everybody.
    RELAY_SHARE_SECONDS: '2',
    RELAY_UPSTREAMS: `raw=http://127.0.0.1:${port} named=http://raw.test:${port}`,
  };
  hosts = await startBoth(network.site, env);
});
afterAll(async () => {
  await Promise.all(Object.values(hosts).map(async (host) => host.stop()));
  await network.stop();
  service.close();
});

describe.each(KINDS)('the relay of %s', (kind) => {
  test.each(['raw', 'named'])('passes on nothing that is not HTTP (%s)', async (name) => {
    const said = await send(
      hosts[kind],
      `GET /relay/${name}/v1/videos/a HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 \d{3} /);
    expect(said).not.toMatch(/set-cookie|clear-site-data/i);
    expect(said).not.toContain('forged');
    expect(said).toMatch(/content-security-policy: default-src 'none'; sandbox/i);
  });

  test.each(Object.keys(ODD))('answers, whatever a service says (%s), and goes on', async (id) => {
    const said = await send(
      hosts[kind],
      `GET /relay/raw/v1/videos/${id} HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 [2-9]\d\d /);
    expect(said).not.toMatch(/^(?:trailer|upgrade|x-sum):/im);
    expect(said).toMatch(/content-security-policy: default-src 'none'; sandbox/i);
    expect((await ask(hosts[kind], '/relay/nobody/v1/videos/a')).status).toBe(404);
  });

  test.each(['switched', 'unfinished', 'nothing'])(
    'says that it could not reach a service that says no such thing as an answer (%s)',
    async (id) => {
      const { status, body } = await ask(hosts[kind], `/relay/raw/v1/videos/${id}`);
      expect([status, body.toString()]).toEqual([
        502,
        expect.stringContaining('upstream_unreachable'),
      ]);
    },
  );

  test('goes on answering others', async () => {
    const { status } = await ask(hosts[kind], '/relay/raw/v1/videos/a');
    expect(status).toBeGreaterThanOrEqual(200);
    expect((await ask(hosts[kind], '/relay/nobody/v1/videos/a')).status).toBe(404);
  });
});

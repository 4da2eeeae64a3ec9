import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Host, KINDS, send } from './support/hosts';
import { startPair, type Pair } from './support/pair';
import { headersNamed } from './support/upstream';

let pair: Pair;
let network: Pair['network'];
beforeAll(async () => {
  pair = await startPair();
  ({ network } = pair);
});
afterAll(async () => pair.stop());

describe.each(KINDS)('the relay of %s', (kind) => {
  const host = (): Host => pair.hosts[kind];

  test('becomes no other protocol', async () => {
    const before = network.asked();
    const said = await send(
      host(),
      'GET /relay/studio/v1/videos/a HTTP/1.1\r\nHost: t\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n',
    );
    expect(said).toMatch(/^HTTP\/1\.1 403 /);
    expect(network.asked()).toBe(before);
  });

  test('smuggled requests reach no service', async () => {
    const hidden = 'GET /v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
    const start = 'GET /relay/studio/v1/videos/a HTTP/1.1\r\nHost: t\r\nConnection: close\r\n';
    const chunk = `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`;
    for (const text of [
      `${start}Content-Length: ${hidden.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `${start}Transfer-Encoding: chunked\r\n\r\n${chunk}`,
      `${start}Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n\r\n${hidden}`,
      `${start}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
      `${start}X-A: b\r\n\tGET /v1/smuggled\r\n\r\n`,
      `${start}Authorization: Bearer a\r\nauthorization: Bearer b\r\n\r\n`,
    ]) {
      await send(host(), text);
    }
    const paths = network.service.asked.map(({ url }) => url);
    expect(paths.some((url) => url.includes('smuggled'))).toBe(false);
    expect(headersNamed(network.service, 'Authorization').length).toBeLessThan(2);
  });
});

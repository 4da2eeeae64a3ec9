import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { createTestClock } from '~test/clock';

import { bodyOf, type HookFormat } from './bodies';
import { createHook, PACE, type HookOutcome } from './hook';
import { signerOf } from './sign';

const SECRET = 'SECb7+/harbour9=';
const MESSAGE = {
  event: 'batch-ended',
  name: 'Friday set',
  total: 1,
  ready: 1,
  failed: 0,
  at: '2026-11-30T10:00:00.000Z',
  text: 'Friday set: 1 of 1 ready',
  link: 'https://rushes.test/',
} as const;
const { now, timers, advance } = createTestClock();
const HOUR = 3_600_000;

/** As the chats check it: their documents in the words of Node's own library. */
const CHECKS = {
  feishu(body: string) {
    const { timestamp, sign } = JSON.parse(body) as Record<string, unknown>;
    const right = createHmac('sha256', `${String(timestamp)}\n${SECRET}`)
      .update('')
      .digest('base64');
    return sign === right && Math.abs(now() - Number(timestamp) * 1000) < HOUR;
  },
  dingtalk(_: string, query: URLSearchParams) {
    const timestamp = query.get('timestamp') ?? '';
    const right = createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`).digest('base64');
    const isToken = query.get('access_token') === 'T0k3n';
    return isToken && query.get('sign') === right && Math.abs(now() - Number(timestamp)) < HOUR;
  },
};

/** They answer 200 to what they refuse. */
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://a.test');
  const check = CHECKS[pathname.slice(1) as keyof typeof CHECKS];
  void textOf(request).then((body) =>
    response.end(JSON.stringify({ errcode: check(body, searchParams) ? 0 : 310_000 })),
  );
});
async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const bytes of request) text += String(bytes);
  return text;
}
let at = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

/** What becomes of a message, the first tries of which no network takes. */
async function outcome(
  format: HookFormat,
  secret: string | null,
  failing = 0,
): Promise<HookOutcome[]> {
  const outcomes: HookOutcome[] = [];
  let left = failing;
  const hook = createHook({
    url: `${at}/${format}?access_token=T0k3n`,
    fetch: (...all) => (left-- > 0 ? Promise.reject(new TypeError('lost')) : fetch(...all)),
    timers,
    now,
    pace: { ...PACE, triesMs: [2 * HOUR] },
    saysInBody: true,
    sign: signerOf(format, secret, now),
    onOutcome: (one) => outcomes.push(one),
  });
  hook.send(bodyOf(format, MESSAGE));
  await advance(10);
  await expect.poll(() => outcomes.length).toBe(1);
  if (failing === 0) return outcomes;
  await advance(2 * HOUR);
  await expect.poll(() => outcomes.length).toBe(2);
  return outcomes;
}

test.each(['feishu', 'dingtalk'] as const)(
  '%s takes a signed message, and no other',
  async (format) => {
    expect(await outcome(format, SECRET)).toEqual([{ type: 'sent' }]);
    expect(await outcome(format, 'another')).toMatchObject([{ type: 'again' }]);
    expect(await outcome(format, null)).toMatchObject([{ type: 'again' }]);
  },
);

test.each(['feishu', 'dingtalk'] as const)(
  '%s takes one that is tried again later',
  async (format) => {
    expect(await outcome(format, SECRET, 1)).toMatchObject([{ type: 'again' }, { type: 'sent' }]);
  },
);

test.each(['json', 'slack', 'wecom'] as const)(
  'a message for %s stays as it is',
  async (format) => {
    const request = { url: 'https://chat.test/T0k3n', body: bodyOf(format, MESSAGE) };
    expect(await signerOf(format, SECRET, now)(request)).toEqual(request);
  },
);

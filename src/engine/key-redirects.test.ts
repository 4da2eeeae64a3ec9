import type { IncomingMessage } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { AUTH_SCHEMES, type AuthScheme } from '~/core/auth-scheme';
import { lookUp } from '~/engine/gateway/client';
import { contentOrigin, openContent, readRefusal } from '~/engine/gateway/content';
import { startTestServer, type TestServer } from '~/engine/gateway/test-server';
import { answerVideo } from '~/engine/media/worker/answer';

const ACCESS = 'AKaccess1234567890';
const SECRET = 'SKsecret0987654321';
const KEY = `${ACCESS}:${SECRET}`;

let service: TestServer;
let elsewhere: TestServer;
let asked: IncomingMessage[];
let reached: IncomingMessage[];
beforeAll(async () => {
  [service, elsewhere] = await Promise.all([startTestServer(), startTestServer()]);
});
afterAll(() => Promise.all([service.close(), elsewhere.close()]));
beforeEach(() => {
  asked = [];
  reached = [];
  elsewhere.answer((request, response) => {
    reached.push(request);
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end('{"error":{"message":"Unauthorized"}}');
  });
});

const { signal } = new AbortController();
const options = (scheme: AuthScheme) => ({
  base: service.base,
  path: null,
  id: 'video_1',
  apiKey: KEY,
  scheme,
  fetch,
  signal,
  now: Date.now,
});
const redirect = (status: number): void =>
  service.answer((request, response) => {
    asked.push(request);
    response.writeHead(status, { location: elsewhere.base + (request.url ?? '') }).end();
  });
/** Everything that the other host was told. */
const told = (): string => JSON.stringify(reached.map(({ url, rawHeaders }) => [url, rawHeaders]));
const spread = (): string => JSON.stringify(asked.map(({ rawHeaders }) => rawHeaders));

describe.each(AUTH_SCHEMES)('a key sent as %s', (scheme) => {
  it.each([301, 302, 303, 307, 308])(
    'does not follow a look-up to another host (%i), which is a wrong address and no refused key',
    async (status) => {
      redirect(status);
      const { host } = new URL(elsewhere.base);
      const { problem } = (await lookUp(options(scheme))) as Extract<
        Awaited<ReturnType<typeof lookUp>>,
        { problem: object }
      >;
      expect(problem.kind).toBe('wrong_base');
      expect(problem.leadsTo).toBe(reached.length > 0 ? host : null);
      expect(spread()).toMatch(scheme === 'signed-pair' ? /eyJ/ : new RegExp(KEY));
      expect(told()).not.toMatch(/AKaccess|SKsecret|eyJ/);
    },
  );

  it('follows no video to another host: whole, or in pieces', async () => {
    redirect(302);
    const elsewhereProblem = { kind: 'problem', reason: 'elsewhere' };
    expect(await openContent(options(scheme))).toEqual(elsewhereProblem);
    const origin = await contentOrigin(options(scheme));
    if (origin === null) throw new Error('nothing to stream');
    const range = 'bytes=0-';
    const piece = await answerVideo({
      range,
      signal,
      origin,
      isVideo: false,
      total: null,
      asksOn: true,
      fetch,
    });
    expect(asked).toHaveLength(2);
    expect(told()).not.toMatch(/AKaccess|SKsecret|eyJ/);
    if (piece.kind !== 'refused') throw new Error(piece.kind);
    expect(readRefusal(piece)).toEqual(elsewhereProblem);
  });
});

it('names no other host where a service only redirects within itself', async () => {
  service.answer((request, response) => {
    if (request.url?.endsWith('/') === true) {
      response.writeHead(401, { 'content-type': 'application/json' });
      return response.end('{"error":{"message":"Invalid API key"}}');
    }
    return response.writeHead(307, { location: `${request.url}/` }).end();
  });
  const refused = await lookUp(options('bearer'));
  expect(refused).toMatchObject({ problem: { kind: 'auth' } });
  expect(refused).not.toHaveProperty('problem.leadsTo');
});

it('keeps a task that another host knows without the key', async () => {
  redirect(302);
  elsewhere.answer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"id":"video_1","status":"queued"}');
  });
  expect(await lookUp(options('bearer'))).toMatchObject({ task: { state: 'queued' } });
});

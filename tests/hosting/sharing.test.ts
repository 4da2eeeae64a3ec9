import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask, KINDS, startBoth, startHost, type Host, type Reply } from './support/hosts';
import { KEY, startNetwork, type Network } from './support/network';
import { timesAsked, whenAsked } from './support/upstream';

let network: Network;
let hosts: Awaited<ReturnType<typeof startBoth>>;
beforeAll(async () => {
  network = await startNetwork();
  const { env, folder } = network;
  hosts = await startBoth(network.site, { ...env, RELAY_SHARE_SECONDS: '5', RUN_DIR: folder });
});
afterAll(async () => {
  await Promise.all(Object.values(hosts).map(async (host) => host.stop()));
  await network.stop();
});

const bearer = { Authorization: `Bearer ${KEY}` };
const MANY = 30;

/** Asked for so many times at once. */
async function together(
  host: Host,
  address: string | ((number: number) => string),
  headers = {},
): Promise<Reply[]> {
  const addressOf = typeof address === 'string' ? () => address : address;
  return Promise.all(
    Array.from({ length: MANY }, async (_, number) => ask(host, addressOf(number), { headers })),
  );
}

describe.concurrent.each(KINDS)('the relay of %s', (kind) => {
  const host = (): Host => hosts[kind];
  /** An id that nobody has asked for. */
  const fresh = (name: string): string => `${name}-${kind.replace(' ', '-')}`;

  test('asks once for all who ask at once', async () => {
    const id = fresh('once');
    const replies = await together(host(), `/relay/studio/v1/videos/${id}`, bearer);
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.toString()}`))).toEqual(
      new Set(['200 {"id":"task_1","status":"queued"}']),
    );
    expect(timesAsked(network.service, id)).toBe(1);
  });

  test('says how old its answer is', async () => {
    const id = fresh('aged');
    const address = `/relay/studio/v1/videos/${id}`;
    const { headers } = await ask(host(), address);
    // On a busy machine the next reply may be of a later question: the service knows when the last one was.
    const aged = async (): Promise<{ age: number; least: number; most: number }> => {
      const before = Date.now();
      const age = Number((await ask(host(), address)).headers['age']);
      const at = whenAsked(network.service, id).at(-1) ?? Number.NaN;
      return { age, least: (before - at) / 1000 - 2, most: (Date.now() - at) / 1000 + 1 };
    };
    let last = await aged();
    await expect.poll(async () => (last = await aged()).age).toBeGreaterThanOrEqual(2);
    expect(last.age).toBeGreaterThanOrEqual(last.least);
    expect(last.age).toBeLessThanOrEqual(last.most);
    expect(headers).not.toHaveProperty('vary');
    expect(headers).not.toHaveProperty('rushes-at');
    expect(headers['cache-control']).toBe('no-store');
  });

  test('asks once for all who ask while an error stands', async () => {
    const id = fresh('missing');
    const replies = await together(host(), `/relay/studio/v1/videos/${id}`);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]));
    // An error stands for a second or two, which a busy machine may take to ask.
    expect(timesAsked(network.service, id)).toBeLessThanOrEqual(2);
  });

  test('asks once for all who use the team’s key, whatever else they send', async () => {
    const id = fresh('team');
    const address = `/relay/house/v1/videos/${id}`;
    await Promise.all([
      ask(host(), address),
      ask(host(), address, { headers: bearer }),
      ask(host(), address, { headers: { 'X-Api-Key': 'mine' } }),
    ]);
    expect(timesAsked(network.house, id)).toBe(1);
  });

  test.each(['whose', 'whose-missing'])(
    'gives nobody what another key was told (%s)',
    async (name) => {
      const address = `/relay/studio/v1/videos/${fresh(name)}`;
      const senders: Record<string, string>[] = [
        { Authorization: 'Bearer mine' },
        { Authorization: 'Bearer yours' },
        { authorization: 'bearer mine' },
        { 'X-Api-Key': 'mine' },
        { 'X-Api-Key': 'Bearer mine' },
        { 'Api-Key': 'mine' },
        { 'X-Goog-Api-Key': 'mine' },
        { Authorization: 'Bearer mine', 'X-Api-Key': 'yours' },
        { Authorization: 'Bearer mine', Accept: 'text/html' },
        {},
      ];
      const told = async (headers: Record<string, string>): Promise<unknown> => {
        const { body } = await ask(host(), address, { headers });
        const { sent } = JSON.parse(body.toString()) as { sent: string };
        const { host: _, connection: __, ...own } = JSON.parse(sent) as Record<string, string>;
        return own;
      };
      const wanted = senders.map((headers) =>
        Object.fromEntries(
          Object.entries(headers).map(([one, value]) => [one.toLowerCase(), value]),
        ),
      );
      // At once, when nothing is known yet, and one after another, when everything is.
      expect(await Promise.all(senders.map(told))).toEqual(wanted);
      for (const [index, headers] of senders.entries()) {
        expect(await told(headers)).toEqual(wanted[index]);
      }
      expect(timesAsked(network.service, fresh(name))).toBeGreaterThanOrEqual(senders.length);
    },
  );

  test.each([
    ['a video', '/content', {}],
    ['a video by another spelling', '%2Fcontent', {}],
    ['a piece', '', { Range: 'bytes=0-1' }],
    ['a look-up with a query, where a key may be', `?key=${KEY}`, {}],
    ['a look-up that gives a video', '.mp4', {}],
  ])('asks anew for %s', async (_, end, headers) => {
    const address = `${fresh('anew')}${end}`;
    const before = timesAsked(network.service, address);
    for (let time = 0; time < 3; time += 1) {
      await ask(host(), `/relay/studio/v1/videos/${address}`, { headers });
    }
    expect(timesAsked(network.service, address)).toBe(before + 3);
  });

  test('goes on asking for the others when the first one has gone', async () => {
    const id = fresh('held');
    const address = `/relay/studio/v1/videos/${id}`;
    const gone = new AbortController();
    const first = fetch(`http://127.0.0.1:${host().port}${address}`, { signal: gone.signal });
    await expect.poll(() => timesAsked(network.service, id)).toBe(1);
    const others = together(host(), address, { Accept: '*/*' });
    gone.abort();
    await expect(first).rejects.toThrow('aborted');
    network.service.release(id);
    expect(new Set((await others).map(({ status }) => status))).toEqual(new Set([200]));
    expect(timesAsked(network.service, id)).toBe(1);
  });

  test('gives what the service said last where it may not be asked now', async () => {
    const env = { ...network.env, RELAY_SHARE_SECONDS: '1', RELAY_KEY_RATE: '1' };
    const brief = await startHost(kind, network.site, env);
    const id = fresh('last');
    const address = `/relay/studio/v1/videos/${id}`;
    // Others use the key up, time and again, unless nothing is known yet, or nothing that may still be told.
    for (let age = 0, time = 0; age < 3; time += 1) {
      const told = await ask(brief, address, { headers: bearer });
      if (told.status !== 200) continue;
      age = Number(told.headers['age']);
      await together(brief, (other) => `/relay/studio/v1/videos/${id}-${time}-${other}`, bearer);
    }
    const never = (other: number): string => `/relay/studio/v1/videos/${fresh('never')}-${other}`;
    const refused = (await together(brief, never, bearer)).filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ headers }) => headers['rushes-relay']))).toEqual(
      new Set(['busy']),
    );
    await brief.stop();
  });

  test('asks once more when its answer is too old, however many ask', async () => {
    const env = { ...network.env, RELAY_SHARE_SECONDS: '1' };
    const brief = await startHost(kind, network.site, env);
    const id = fresh('again');
    const times = [0];
    while ((times.at(-1) ?? 0) < 3) {
      await together(brief, `/relay/studio/v1/videos/${id}`);
      times.push(timesAsked(network.service, id));
    }
    const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    // Two where a second of the clock ends while they ask.
    expect(Math.max(...steps)).toBeLessThanOrEqual(2);
    await brief.stop();
  });
});

test('no key is in any file of nginx’s answers', async () => {
  const id = 'stored';
  await ask(hosts.nginx, `/relay/studio/v1/videos/${id}`, { headers: bearer });
  await ask(hosts.nginx, `/relay/studio/v1/videos/${id}`, { headers: { 'X-Api-Key': KEY } });
  const [run = ''] = readdirSync(network.folder).filter((name) => name.startsWith('rushes-'));
  const answers = path.join(network.folder, run, 'answers');
  const files = readdirSync(answers, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(answers, name))
    .filter((file) => statSync(file).isFile());
  const texts = files.map((file) => readFileSync(file, 'latin1'));
  expect(texts.some((text) => text.includes('/v1/videos/stored'))).toBe(true);
  expect(texts.filter((text) => text.includes(KEY))).toEqual([]);
});

import { expect, test, vi } from 'vitest';

import { once, watch } from './watch';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const config = JSON.stringify({
  services: [
    { name: 'Open studio', base: 'https://open.test' },
    { name: '可灵', base: 'https://other.test' },
    { name: 'House', relay: 'house', teamKey: true },
  ],
  feeds: ['Open studio', '可灵', 'House'].map((service) => ({
    name: `Set of ${service}`,
    url: `feeds/${service}.csv`,
    service,
  })),
});
const page = 'https://team.test/rushes/';

test('each service is asked with its own key, those behind the relay at their own address', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (url.startsWith(page)) return new Response('id\nvideo_1\n');
    asked.push(`${url} ${headers.get('authorization')} ${headers.get('x-api-key')}`);
    return Response.json({ id: 'video_1', object: 'video', status: 'completed' });
  });
  const adds = { header: 'X-Api-Key', value: `${KEY}3` };
  const keys = {
    own: { OPEN_STUDIO: `${KEY}1`, '2': `${KEY}2` },
    relay: [{ name: 'house', base: 'https://house.test/api', adds }],
  };
  const events: unknown[] = [];
  const result = await once({ config, page, keys }, (event) => events.push(event));
  expect(events).toEqual([]);
  expect(result).toMatchObject({
    isWhole: true,
    looks: [{ state: 'completed' }, { state: 'completed' }, { state: 'completed' }],
  });
  expect(asked.toSorted()).toEqual([
    `https://house.test/api/v1/videos/video_1 null ${KEY}3`,
    `https://open.test/v1/videos/video_1 Bearer ${KEY}1 null`,
    `https://other.test/v1/videos/video_1 Bearer ${KEY}2 null`,
  ]);
});

test('a service without a key is named, and nobody asks it', async () => {
  vi.stubGlobal('fetch', async (url: string) => {
    expect(url).toMatch(/\.csv$/);
    return new Response('id\nvideo_1\n');
  });
  const events: unknown[] = [];
  const keys = { own: {}, relay: [] };
  const result = await once({ config, page, keys }, (event) => events.push(event));
  expect(events).toEqual(
    ['Open studio', '可灵', 'House'].map((service) => ({ type: 'no-key', service })),
  );
  expect(result).toMatchObject({
    isWhole: false,
    looks: [{ state: null, problem: 'no_key' }, {}, {}],
  });
});

test('a key for no service, and a config.json that is wrong, stop it before anything is asked', async () => {
  vi.stubGlobal('fetch', () => expect.unreachable());
  const telling = {
    url: 'https://chat.test/',
    format: 'json',
    secret: null,
    byShot: false,
    language: 'en',
  } as const;
  const begin = async (text: string, own: Record<string, string>) =>
    watch({ config: text, page, keys: { own, relay: [] } }, telling, () => {});
  expect(await begin(config, { STUDIO: KEY })).toEqual({ problems: [{ stray: 'STUDIO' }] });
  expect(await begin('{', {})).toEqual({ problems: [{ place: '', code: 'notJson' }] });
});

import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { RENEWED } from '~/core/renewed';
import { LOCALES } from '~/prefs/choices';

import { checkConfig, PLAIN_CONFIG, readConfig } from './config';
import { configSchema } from './config-schema';

const readJson = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;
const jsonSchema = readJson('public/config.schema.json');
const shipped = readJson('public/config.json');

const HOME = 'https://team.test/rushes/';
const check = (json: unknown): ReturnType<typeof checkConfig> =>
  checkConfig(JSON.stringify(json), HOME);
const problems = (json: unknown): string[] => {
  const read = check(json);
  return 'problems' in read ? read.problems.map(({ place, code }) => `${place} ${code}`) : [];
};

describe('config.json', () => {
  it('offers services by name, whatever form their address has, and those of the relay', () => {
    const read = check({
      services: [
        {
          name: 'Studio',
          base: 'api.a.test/v1/',
          linksLastHours: 24,
          lookUps: { perSecond: 2, burst: 4 },
        },
        { name: 'House', relay: 'house', teamKey: true },
      ],
      otherAddresses: false,
    });
    expect(read).toMatchObject({
      config: {
        otherAddresses: false,
        services: [
          {
            name: 'Studio',
            base: 'https://api.a.test',
            teamKey: false,
            linksLastMs: 86_400_000,
            lookUps: { perSecond: 2, burst: 4, countPreflights: false },
          },
          { name: 'House', base: 'https://team.test/rushes/relay/house', teamKey: true },
        ],
      },
    });
  });

  it('starts with settings that only a newer page knows', () => {
    expect(check({ language: 'en', inTenYears: { feeds: [] } })).toEqual({
      config: { ...PLAIN_CONFIG, language: 'en' },
    });
  });

  it('may leave everything out', () => {
    expect(check({})).toEqual({ config: PLAIN_CONFIG });
    expect(check(shipped)).toEqual({ config: PLAIN_CONFIG });
  });

  it.each([
    [{ services: [{ name: 'A', base: 'a.test', keys: 1 }] }, 'services[0].keys unknown'],
    [{ services: {} }, 'services type'],
    [{ services: [{ base: 'https://a.test' }] }, 'services[0].name missing'],
    [{ services: [{ name: 'A', base: 'not an address' }] }, 'services[0].base address'],
    [{ services: [{ name: 'A' }] }, 'services[0] onePlace'],
    [{ services: [{ name: 'A', base: 'a.test', relay: 'a' }] }, 'services[0] onePlace'],
    [{ services: [{ name: 'A', relay: '../a' }] }, 'services[0].relay relayName'],
    [{ services: [{ name: 'A', base: 'a.test', teamKey: true }] }, 'services[0] teamKey'],
    [
      { services: [{ name: 'A', base: 'a.test', linksLastHours: 0 }] },
      'services[0].linksLastHours range',
    ],
    [
      { services: [{ name: 'A', base: 'a.test', lookUpPath: 'v1/{id}' }] },
      'services[0].lookUpPath lookUpPath',
    ],
    [
      {
        services: [
          { name: 'A', base: 'a.test' },
          { name: 'B', base: 'https://a.test/v1' },
        ],
      },
      'services[1] twice',
    ],
    [
      {
        services: [
          { name: 'A', base: 'a.test' },
          { name: ' a', base: 'b.test' },
        ],
      },
      'services[1].name twice',
    ],
    [{ services: [{ name: 'A', base: 'ftp://a.test' }] }, 'services[0].base address'],
    [{ otherAddresses: 'no' }, 'otherAddresses type'],
    [{ language: 'fr' }, 'language type'],
    [{ brand: { accent: 'red' } }, 'brand.accent colour'],
    [{ help: 'data:text/html,x' }, 'help help'],
    [{ notice: { xx: 'no such language' } }, 'notice notice'],
    [{ notice: { ja: ' ' } }, 'notice.ja range'],
    [{ mediaByRelay: ['10.0.0.1'] }, 'mediaByRelay[0] host'],
  ])('says what is wrong in %j', (json, problem) => {
    expect(problems(json)).toEqual([problem]);
  });

  it('says so when it is no JSON, and lists all that is wrong at once', () => {
    expect(checkConfig('{ services: }', HOME)).toEqual({
      problems: [{ place: '', code: 'notJson' }],
    });
    expect(checkConfig('[]', HOME)).toEqual({ problems: [{ place: '', code: 'type' }] });
    expect(problems({ language: 'fr', otherAddresses: 1 })).toHaveLength(2);
  });
});

describe('the file beside the page', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['is missing', () => Promise.resolve(new Response('', { status: 404 }))],
    ['is the page itself', () => Promise.resolve(html('<!doctype html>'))],
    ['is out of reach', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('changes nothing when it %s', async (_, fetch) => {
    vi.stubGlobal('fetch', fetch);
    expect(await readConfig()).toEqual({ config: PLAIN_CONFIG });
  });

  it('starts the page again where its policy has changed, and not twice running', async () => {
    const reload = vi.fn<() => void>();
    const memory = new Map<string, string>();
    vi.stubGlobal('location', { reload });
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => memory.get(name) ?? null,
      setItem: (name: string, value: string) => memory.set(name, value),
      removeItem: (name: string) => memory.delete(name),
    });
    const renewed = async (): Promise<Response> =>
      new Response('', { status: 404, headers: { [RENEWED]: 'yes' } });
    vi.stubGlobal('fetch', renewed);
    void readConfig();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(await readConfig()).toEqual({ config: PLAIN_CONFIG });
    expect(reload).toHaveBeenCalledOnce();
    void readConfig();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(2));
  });
});

describe('the schema for editors', () => {
  const valid = new Ajv({ strict: false }).compile(jsonSchema);
  const service = (more: object): object => ({ services: [{ name: 'A', ...more }] });

  it.each<[object]>([
    [{}],
    [shipped],
    [service({ base: 'https://a.test' })],
    [service({ relay: 'house-2', teamKey: true, linksLastHours: 1 })],
    [service({ base: 'a', lookUpPath: '/v1/video/query?id={id}' })],
    [service({ base: 'a', scheme: 'x-api-key' })],
    [service({ relay: 'a', scheme: 'signed-pair' })],
    [service({ base: 'a', scheme: 'X-Api-Key' })],
    [service({ base: 'a', scheme: 'toString' })],
    [service({ base: 'a', lookUps: { perSecond: 1, burst: 1, countPreflights: true } })],
    [{ notice: 'Back at noon', help: 'mailto:help@a.test', brand: { accent: '#00AAff' } }],
    [{ notice: { en: 'a', 'zh-CN': 'b' }, language: 'zh-CN', mediaByRelay: ['cdn.a.test'] }],
    [{ feeds: {} }],
    [service({})],
    [service({ base: 'a', relay: 'b' })],
    [service({ base: 'a', teamKey: true })],
    [service({ relay: 'No' })],
    [service({ relay: 'a-' })],
    [service({ base: 'a', other: 1 })],
    [service({ base: 'a', lookUps: { perSecond: 0, burst: 1 } })],
    [service({ base: 'a', linksLastHours: 9000 })],
    [{ services: [{ name: ' ', base: 'a' }] }],
    [{ notice: { 'pt-BR': 'a' } }],
    [{ notice: { xx: 'a' } }],
    [{ notice: {} }],
    [{ brand: { name: 'x'.repeat(41) } }],
    [{ brand: { accent: '#fff' } }],
    [{ help: 'ftp://a' }],
    [{ mediaByRelay: ['localhost'] }],
    [{ mediaHosts: ['*.a.test', 'cdn.a.test'] }],
    [{ mediaHosts: ['https://a.test'] }],
    ...LOCALES.map((language): [object] => [{ language, notice: { [language]: 'a' } }]),
  ])('agrees with the page about %j', (json) => {
    expect(valid(json)).toBe(v.safeParse(configSchema, json).success);
  });
});

function html(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'text/html' } });
}

import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { configSchema } from '~/app/config-schema';

import { misspelt, pageHeaders } from '../../hosting/policy.mjs';
import { staticFiles } from '../../hosting/static.mjs';

const shipped = JSON.parse(readFileSync('public/config.json', 'utf8')) as unknown;
const policyOf = (config: unknown): Map<string, string[]> => {
  const text = new Map(pageHeaders(config)).get('Content-Security-Policy') ?? '';
  return new Map(
    text.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
};

describe('the files for static hosts', () => {
  test('match what the one table generates', () => {
    const files = staticFiles(shipped);
    expect(readdirSync('hosting/static').toSorted()).toEqual(Object.keys(files).toSorted());
    const kept = Object.keys(files).map((name) => [
      name,
      readFileSync(`hosting/static/${name}`, 'utf8'),
    ]);
    expect(Object.fromEntries(kept)).toEqual(files);
  });

  test('all contain every header', () => {
    const said = pageHeaders(shipped).flat();
    const silent = Object.entries(staticFiles(shipped)).flatMap(([name, text]) =>
      said.filter((part) => !text.includes(part)).map((part) => `${name}: ${part}`),
    );
    expect(silent).toEqual([]);
  });
});

test('the host’s check knows the same settings as the page, and calls others misspelt', () => {
  const { properties } = JSON.parse(readFileSync('public/config.schema.json', 'utf8')) as {
    properties: object;
  };
  const settings = Object.keys(configSchema.entries);
  expect(Object.keys(properties)).toEqual(settings);
  expect(misspelt(Object.fromEntries(settings.map((name) => [name, 1])))).toBeNull();
  expect(misspelt({ servics: [] })).toContain('"servics" is not a known setting');
});

test('the host’s check finds what the page could not follow in feeds', () => {
  const said = (feed: unknown): string | null =>
    misspelt({ services: [{ name: 'House', relay: 'house' }], feeds: [feed] });
  const fine = { name: 'A', url: 'feeds/a.csv', service: 'house' };
  for (const url of ['feeds/a.csv', '/a.csv', 'https://files.test', 'http://f.test:8000/a?b=1'])
    expect(said({ ...fine, url })).toBeNull();
  const wrong = ['ftp://a.test/x', 'data:text/csv,id', 'https://me:secret@a.test/x', ' ', 5];
  for (const url of wrong) expect(said({ ...fine, url })).toContain('feeds[0] needs');
  for (const feed of [
    null,
    [],
    { ...fine, service: 'Other' },
    { ...fine, name: '' },
    { ...fine, key: 1 },
  ])
    expect(said(feed)).toContain('feeds[0] needs');
});

describe('the content security policy', () => {
  test('runs nothing that is not the page’s own, whatever is configured', () => {
    for (const config of [null, {}, shipped, { services: 1 }, { otherAddresses: false }]) {
      const policy = policyOf(config);
      expect([...policy.values()].flat().filter((value) => value.includes('unsafe'))).toEqual([]);
      expect(policy.get('default-src')).toEqual(["'none'"]);
      expect(policy.get('script-src')).toEqual(["'self'"]);
      expect(policy.get('style-src')).toEqual(["'self'"]);
      expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
      expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    }
  });

  test('opens only for `true`: a mistake when closing the page still closes it', () => {
    for (const otherAddresses of [false, 'false', 'no', 0, []])
      expect(policyOf({ otherAddresses }).get('connect-src')).toEqual(["'self'"]);
  });

  test('names the hosts of feeds, and nothing else of their addresses', () => {
    const policy = (url: unknown, otherAddresses: boolean): string[] | undefined =>
      policyOf({ otherAddresses, feeds: [{ name: 'A', url, service: 'B' }] }).get('connect-src');
    expect(policy('https://files.test/x/friday.csv?token=1', false)).toEqual([
      "'self'",
      'https://files.test',
    ]);
    expect(policy('http://files.test:8000/x', true)).toContain('http://files.test:8000');
    for (const url of ['feeds/friday.csv', '/friday.csv', 'data:,1', 'ftp://a.test', 5, null])
      expect(policy(url, false)).toEqual(["'self'"]);
  });

  test('names the host of an address just as the page would read it', () => {
    for (const base of [' https://a.test', '<https://a.test>', '(a.test)', 'https://a.test/v1,'])
      expect(policyOf({ otherAddresses: false, services: [{ base }] }).get('connect-src')).toEqual([
        "'self'",
        'https://a.test',
      ]);
  });

  test('lets the page contact any service over https while people may type addresses', () => {
    const services = [{ base: 'http://10.0.0.5:3000/api' }];
    expect(policyOf({ services }).get('connect-src')).toEqual([
      "'self'",
      'https:',
      'http://localhost:*',
      'http://127.0.0.1:*',
      'http://10.0.0.5:3000',
    ]);
  });

  test('otherwise only those that are listed, and the hosts of their videos', () => {
    const config = {
      otherAddresses: false,
      services: [{ base: 'api.a.test/v1' }, { base: 'https://b.test:8443/x' }, { relay: 'house' }],
      mediaHosts: ['*.cdn.test'],
    };
    const named = ["'self'", 'https://api.a.test', 'https://b.test:8443', 'https://*.cdn.test'];
    expect(policyOf(config).get('connect-src')).toEqual(named);
    expect(policyOf(config).get('media-src')).toEqual(["'self'", 'blob:', ...named.slice(1)]);
    expect(policyOf({ ...config, mediaHosts: [] }).get('media-src')).toEqual([
      "'self'",
      'blob:',
      'https:',
    ]);
  });

  test('cannot be widened by the contents of an address', () => {
    const bases = [
      "https://a.test; script-src 'unsafe-inline'",
      'https://*',
      'ftp://a.test',
      'data:x',
      "'self' *",
    ];
    const policy = policyOf({ otherAddresses: false, services: bases.map((base) => ({ base })) });
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    const films = ['*', 'https:', "a.test; script-src 'unsafe-inline'", 7];
    expect(policyOf({ otherAddresses: false, mediaHosts: films }).get('img-src')).toEqual([
      "'self'",
      'blob:',
      'data:',
      'https:',
    ]);
  });
});

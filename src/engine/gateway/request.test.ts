import { createHmac } from 'node:crypto';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { AUTH_SCHEMES, type AuthScheme } from '~/core/auth-scheme';
import { BY_RELAY } from '~/core/connection';
import { KEY_HEADER } from '~/core/key-header';

import { schemeFor } from './scheme-for';
import { headersWith, secretsIn, unsendable } from './request';

const NOW = Date.UTC(2026, 0, 1);
const base = 'https://a.test';
const MINUTE = 60_000;
const ACCESS = 'AKaccess1234567890';
const SECRET = 'SKsecret0987654321';
const PAIR = `${ACCESS}:${SECRET}`;

afterEach(() => vi.unstubAllGlobals());

describe('a key', () => {
  it.each<[AuthScheme, string, string]>([
    ['bearer', 'Authorization', 'Bearer k-1'],
    ['key', 'Authorization', 'Key k-1'],
    ['x-api-key', 'X-Api-Key', 'k-1'],
    ['api-key', 'Api-Key', 'k-1'],
    ['x-goog-api-key', 'X-Goog-Api-Key', 'k-1'],
    // Kling also issues single keys.
    ['signed-pair', 'Authorization', 'Bearer k-1'],
  ])('as %s goes into %s, and into no other header', async (scheme, name, value) => {
    const { headers, until } = await headersWith({ base, apiKey: 'k-1', scheme }, '*/*', NOW);
    expect(headers[name]).toBe(value);
    expect(Object.values(headers).filter((one) => one.includes('k-1'))).toHaveLength(1);
    expect(until).toBeNull();
  });

  it.each(AUTH_SCHEMES)('of the team is in no request, as %s neither', async (scheme) => {
    const { headers } = await headersWith({ base, apiKey: BY_RELAY, scheme }, '*/*', NOW);
    expect(headers).not.toHaveProperty(KEY_HEADER[scheme].name);
    expect(unsendable({ base, apiKey: BY_RELAY, scheme })).toBeNull();
  });

  it.each(['two\nlines', 'a b', 'schlüssel', '密钥', 'sk-\u200B1', 'sk–1'])(
    '%j is not sent, because no header can carry it',
    (apiKey) => {
      for (const scheme of AUTH_SCHEMES)
        expect(unsendable({ base, apiKey, scheme })).toBe('plain-key');
    },
  );
});

describe('a service that nobody said anything about', () => {
  it.each<[string, AuthScheme]>([
    ['https://api.klingai.com', 'signed-pair'],
    ['https://api-singapore.klingai.com', 'signed-pair'],
    ['https://fal.run', 'key'],
    ['https://queue.fal.run/fal-ai', 'key'],
    ['https://my-team.openai.azure.com/openai', 'api-key'],
    ['https://generativelanguage.googleapis.com', 'x-goog-api-key'],
    ['https://notfal.run', 'bearer'],
    ['https://fal.run.evil.test', 'bearer'],
    ['https://evil.test/queue.fal.run', 'bearer'],
    ['not an address', 'bearer'],
  ])('%s is sent its key as %s', async (host, scheme) => {
    expect(schemeFor(host)).toBe(scheme);
    const said = await headersWith({ base: 'https://a.test', apiKey: 'k-1', scheme }, '*/*', NOW);
    expect(await headersWith({ base: host, apiKey: 'k-1' }, '*/*', NOW)).toEqual(said);
  });

  it('goes by what somebody says where somebody does', () => {
    expect(schemeFor('https://fal.run', 'bearer')).toBe('bearer');
  });
});

describe('a pair of keys', () => {
  const token = async (now: number, apiKey = PAIR): Promise<string> => {
    const { headers } = await headersWith({ base, apiKey, scheme: 'signed-pair' }, '*/*', now);
    return headers['Authorization']?.replace('Bearer ', '') ?? '';
  };

  it('signs a short-lived token and sends neither half', async () => {
    const [head = '', claims = '', signature] = (await token(NOW)).split('.');
    expect(read(head)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(read(claims)).toEqual({ iss: ACCESS, exp: NOW / 1000 + 1800, nbf: NOW / 1000 - 5 });
    const expected = createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url');
    expect(signature).toBe(expected);
    const { headers } = await headersWith(
      { base, apiKey: PAIR, scheme: 'signed-pair' },
      '*/*',
      NOW,
    );
    expect(JSON.stringify(headers)).not.toContain(SECRET);
  });

  it('signs anew long before the token ends, and when the clock was set back', async () => {
    const first = await token(NOW);
    expect(await token(NOW + 19 * MINUTE)).toBe(first);
    expect(await token(NOW + 20 * MINUTE)).not.toBe(first);
    expect(await token(NOW - MINUTE)).not.toBe(first);
  });

  it('tells until when it may be used', async () => {
    const later = NOW + 60 * MINUTE;
    const { until } = await headersWith(
      { base, apiKey: PAIR, scheme: 'signed-pair' },
      '*/*',
      later,
    );
    expect(until).toBe(later + 20 * MINUTE);
  });

  it('has a token of its own', async () => {
    expect(await token(NOW, `${ACCESS}:another-secret`)).not.toBe(await token(NOW));
  });

  it('is sent as it is where a service wants one key of two parts', async () => {
    const { headers } = await headersWith({ base, apiKey: PAIR, scheme: 'key' }, '*/*', NOW);
    expect(headers['Authorization']).toBe(`Key ${PAIR}`);
  });

  it('is kept in no part of an answer, nor is what it signed', async () => {
    expect(secretsIn({ apiKey: PAIR })).toEqual([PAIR, SECRET, ACCESS, await token(NOW)]);
    // Half of a pair may be an everyday word.
    expect(secretsIn({ apiKey: 'video:hd' })).not.toContain('video');
  });

  it('cannot sign on a page without https', () => {
    vi.stubGlobal('crypto', {});
    expect(unsendable({ base, apiKey: PAIR, scheme: 'signed-pair' })).toBe('secure-page');
    expect(unsendable({ base, apiKey: PAIR, scheme: 'key' })).toBeNull();
  });
});

function read(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

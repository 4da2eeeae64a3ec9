import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startNginx } from './support/hosts';
import { KEY } from './support/network';

let site: string;
beforeAll(() => {
  site = mkdtempSync(path.join(tmpdir(), 'rushes-site-'));
  writeFileSync(path.join(site, 'index.html'), '<!doctype html>');
});
afterAll(() => rmSync(site, { recursive: true }));

describe('an invalid environment', () => {
  test.each([
    [{ RELAY_UPSTREAMS: 'studio' }, 'is not name=address'],
    [{ RELAY_UPSTREAMS: 'media=https://a.test' }, '“media” is reserved'],
    [{ RELAY_UPSTREAMS: 'default=https://a.test' }, '“default” is reserved'],
    [{ RELAY_UPSTREAMS: 'rate=https://a.test' }, '“rate” is reserved'],
    [{ RELAY_UPSTREAMS: `Studio=https://u:${KEY}@a.test` }, 'number 1 is not name=address'],
    [{ RELAY_UPSTREAMS: 'a=https://9.9.9.9' }, 'must prove its name'],
    [{ RELAY_UPSTREAMS: 'a=https://[2002:7f00:1::]' }, 'RELAY_ALLOW_PRIVATE=yes'],
    [{ RELAY_UPSTREAMS: 'a=https://localhost.' }, 'RELAY_ALLOW_PRIVATE=yes'],
    [
      { RELAY_UPSTREAMS: 'a=http://[::ffff:169.254.169.254]', RELAY_ALLOW_PRIVATE: 'yes' },
      'is a cloud metadata address',
    ],
    [{ RELAY_UPSTREAMS: 'a=https://a.test a=https://b.test' }, 'names “a” twice'],
    [{ RELAY_UPSTREAMS: 'a=http://api.example.com' }, 'RELAY_ALLOW_PRIVATE=yes'],
    [{ RELAY_UPSTREAMS: 'a=https://10.0.0.5' }, 'RELAY_ALLOW_PRIVATE=yes'],
    [{ RELAY_UPSTREAMS: 'a=https://[::1]' }, 'RELAY_ALLOW_PRIVATE=yes'],
    [
      { RELAY_UPSTREAMS: 'a=http://169.254.169.254', RELAY_ALLOW_PRIVATE: 'yes' },
      'is a cloud metadata address',
    ],
    [{ RELAY_UPSTREAMS: `a=https://user:${KEY}@a.test` }, 'not followed by a plain web address'],
    [{ RELAY_UPSTREAMS: 'a=https://a.test";evil' }, 'not followed by a plain web address'],
    [{ RELAY_UPSTREAMS: 'a=https://a.test', RELAY_KEY_A: 'x" ; evil' }, 'RELAY_KEY_A contains'],
    [{ RELAY_UPSTREAMS: 'a=https://a.test', RELAY_KEY_B: 'sk-b' }, 'RELAY_KEY_B is a key for no'],
    [
      { RELAY_UPSTREAMS: 'a=https://a.test', RELAY_SCHEME_A: 'key' },
      'RELAY_SCHEME_A is a scheme for no key',
    ],
    [
      { RELAY_UPSTREAMS: 'a=https://a.test', RELAY_KEY_A: 'k', RELAY_SCHEME_A: 'signed-pair' },
      'RELAY_SCHEME_A must be one of bearer, key',
    ],
    [
      { RELAY_UPSTREAMS: 'a=https://a.test', RELAY_KEY_A: 'k', RELAY_SCHEME_A: 'constructor' },
      'RELAY_SCHEME_A must be one of',
    ],
    [{ RUN_DIR: '/nowhere' }, '/nowhere cannot be written to'],
    [{ RELAY_MEDIA_HOSTS: '192.168.0.1' }, 'not the name of a public host'],
    [{ RELAY_MEDIA_HOSTS: 'files.internal' }, 'not the name of a public host'],
    [{ RELAY_MEDIA_HOSTS: '*' }, 'not the name of a public host'],
    [{ RELAY_RATE: 'fast' }, 'RELAY_RATE must be'],
    [{ RELAY_KEY_RATE: '0.5' }, 'RELAY_KEY_RATE must be'],
    [{ RELAY_LISTS: 'all' }, 'RELAY_LISTS must be yes'],
    [{ RELAY_SHARE_SECONDS: '3' }, 'RELAY_SHARE_SECONDS must be one of 0, 1, 2, 5'],
    [{ RESOLVER: '1.1.1.1;evil' }, 'RESOLVER must be'],
    [{ TRUSTED_PROXIES: 'all' }, 'TRUSTED_PROXIES must be'],
  ])('stops the start with a sentence: %j', async (env, sentence) => {
    const start = startNginx(site, env);
    await expect(start).rejects.toThrow(sentence);
    await expect(start).rejects.not.toThrow(KEY);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pageHeaders } from '../../hosting/policy.mjs';
import { SIGNED_IN, startDoor, type Door } from './support/door';
import { ask, startNginx, type Host } from './support/hosts';
import { startNetwork, type Network } from './support/network';

const SCRIPT = 'export const words = "the same words again and again";\n'.repeat(50);
const CONFIG = { services: [{ name: 'A', base: 'https://a.test' }], otherAddresses: false };

let network: Network;
let nginx: Host;

beforeAll(async () => {
  network = await startNetwork();
  mkdirSync(path.join(network.site, 'assets'));
  writeFileSync(path.join(network.site, 'assets', 'app-abc123.js'), SCRIPT);
  writeFileSync(path.join(network.site, 'manifest.webmanifest'), '{}');
  writeFileSync(path.join(network.site, 'config.json'), JSON.stringify(CONFIG));
  execFileSync(process.execPath, ['hosting/compress.mjs', network.site]);
  nginx = await startNginx(network.site, network.env);
});
afterAll(async () => {
  await nginx.stop();
  await network.stop();
});

describe('the page served by nginx', () => {
  test.each(['/', '/index.html', '/assets/app-abc123.js', '/config.json', '/board'])(
    'has every header at %s',
    async (file) => {
      const { status, headers } = await ask(nginx, file);
      expect(status).toBe(200);
      const wanted = pageHeaders(CONFIG).map(([name, value]) => [name.toLowerCase(), value]);
      expect(headers).toMatchObject(Object.fromEntries(wanted));
      expect(headers['server']).toBe('nginx');
    },
  );

  test('has them on nginx’s own answers, too', async () => {
    const policy = new Map(pageHeaders(CONFIG)).get('Content-Security-Policy');
    for (const [file, status] of [
      ['/healthz', 200],
      ['/%', 400],
      [`/${'a'.repeat(40_000)}`, 414],
    ] as const) {
      const reply = await ask(nginx, file);
      expect([reply.status, reply.headers['content-security-policy']]).toEqual([status, policy]);
    }
  });

  test('lets browsers keep fingerprinted files for ever and revalidate the others', async () => {
    const assets = await ask(nginx, '/assets/app-abc123.js');
    expect(assets.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const file of ['/', '/board', '/config.json']) {
      expect((await ask(nginx, file)).headers['cache-control']).toBe('no-cache');
    }
  });

  test('sends precompressed files', async () => {
    const get = async (encoding: string) =>
      ask(nginx, '/assets/app-abc123.js', { headers: { 'Accept-Encoding': encoding } });
    const gzip = await get('gzip');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    const brotli = await get('br, gzip');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    expect((await get('identity')).body.toString()).toBe(SCRIPT);
    // Else a cache in between would hand one to somebody who cannot read it.
    expect(brotli.headers['vary']).toContain('Accept-Encoding');
  });

  test('knows the page’s file types', async () => {
    const { headers } = await ask(nginx, '/manifest.webmanifest');
    expect(headers['content-type']).toContain('application/manifest+json');
  });

  test('answers other addresses with the page, and missing files with 404', async () => {
    expect((await ask(nginx, '/board')).body.toString()).toContain('<!doctype html>');
    const deep = await ask(nginx, '/board/of/friday');
    expect([deep.status, deep.headers.location]).toEqual([302, '/']);
    const gone = await ask(nginx, '/assets/old-123.js');
    // It may exist in a moment, when a new version is completely copied.
    expect([gone.status, gone.headers['cache-control']]).toEqual([404, undefined]);
    expect((await ask(nginx, '/missing.png')).status).toBe(404);
    expect((await ask(nginx, '/../../etc/passwd')).status).not.toBe(200);
  });

  test('sends nothing compressed from an older file', async () => {
    const script = path.join(network.site, 'assets', 'lib-abc123.js');
    writeFileSync(script, SCRIPT);
    writeFileSync(`${script}.gz`, 'of an older version');
    utimesSync(`${script}.gz`, 0, 0);
    const host = await startNginx(network.site, network.env);
    try {
      const headers = { 'Accept-Encoding': 'gzip' };
      const { body } = await ask(host, '/assets/lib-abc123.js', { headers });
      expect(body.toString()).toBe(SCRIPT);
      expect(host.said()).toContain('lib-abc123.js.gz is older than its source');
    } finally {
      await host.stop();
    }
  });

  test('applies a new config.json by itself', async () => {
    const policy = async (): Promise<unknown> =>
      (await ask(nginx, '/')).headers['content-security-policy'];
    expect(await policy()).toContain("connect-src 'self' https://a.test;");
    writeFileSync(
      path.join(network.site, 'config.json'),
      JSON.stringify({ ...CONFIG, services: [{ name: 'B', base: 'https://b.test' }] }),
    );
    await expect.poll(policy, { timeout: 20_000 }).toContain("connect-src 'self' https://b.test;");
    // Half a file or none, as editors leave it for a moment, opens nothing up.
    const file = path.join(network.site, 'config.json');
    for (const half of [() => writeFileSync(file, '{ "services": ['), () => rmSync(file)]) {
      const said = nginx.said().length;
      half();
      await expect
        .poll(() => nginx.said().slice(said), { timeout: 20_000 })
        .toContain('config.json cannot be read');
      expect(await policy()).toContain("connect-src 'self' https://b.test;");
    }
    writeFileSync(file, JSON.stringify(CONFIG));
    await expect.poll(policy, { timeout: 20_000 }).toContain("connect-src 'self' https://a.test;");
  });

  test('does not start with a misspelt setting, and keeps what it has where one is written later', async () => {
    const file = path.join(network.site, 'config.json');
    const wrong = JSON.stringify({ ...CONFIG, feedz: [] });
    writeFileSync(file, wrong);
    await expect(startNginx(network.site, network.env)).rejects.toThrow('"feedz" is not a known');
    await expect.poll(() => nginx.said(), { timeout: 20_000 }).toContain('Nothing was changed');
    const { headers } = await ask(nginx, '/');
    expect(headers['content-security-policy']).toContain("connect-src 'self' https://a.test;");
    writeFileSync(file, JSON.stringify(CONFIG));
  });

  test('may contact only its own host if config.json cannot be read', async () => {
    writeFileSync(path.join(network.site, 'config.json'), '{ "services": [');
    const host = await startNginx(network.site, network.env);
    try {
      const policy = (await ask(host, '/')).headers['content-security-policy'];
      expect(policy).toContain("connect-src 'self';");
      expect(host.said()).toContain('the page can contact only its own host until it is fixed');
    } finally {
      await host.stop();
      writeFileSync(path.join(network.site, 'config.json'), JSON.stringify(CONFIG));
    }
  });
});

describe('a sign-in in front of the page', () => {
  const signedIn = { Cookie: SIGNED_IN };
  let door: Door;
  let host: Host;

  beforeAll(async () => {
    door = await startDoor(network.folder);
    host = await startNginx(network.site, {
      ...network.env,
      SIGN_IN: door.file,
      RELAY_SHARE_SECONDS: '5',
    });
  });
  afterAll(async () => {
    await host.stop();
    door.stop();
  });

  test('neither lets others in nor lets them use the team’s key', async () => {
    const page = await ask(host, '/');
    expect([page.status, page.headers.location]).toEqual([302, '/oauth2/sign_in']);
    const before = network.asked();
    const { status } = await ask(host, '/relay/house/v1/videos/a');
    expect(status).toBe(401);
    expect(network.asked()).toBe(before);
  });

  test('lets people in who have signed in; the service never sees their cookie', async () => {
    expect((await ask(host, '/', { headers: signedIn })).status).toBe(200);
    const { status } = await ask(host, '/relay/house/v1/videos/a', { headers: signedIn });
    expect(status).toBe(200);
    expect(JSON.stringify(network.house.asked.at(-1))).not.toContain('session');
    // What one of them was told is for them only.
    expect((await ask(host, '/relay/house/v1/videos/a')).status).toBe(401);
  });

  test('leaves the health check open', async () => {
    expect((await ask(host, '/healthz')).status).toBe(200);
  });
});

test('more hosts than nginx accepts stop the start with a sentence', async () => {
  const mediaHosts = Array.from({ length: 300 }, (_, index) => `films-${index}.example.com`);
  writeFileSync(
    path.join(network.site, 'config.json'),
    JSON.stringify({ otherAddresses: false, mediaHosts }),
  );
  await expect(startNginx(network.site, network.env)).rejects.toThrow('name fewer hosts');
  writeFileSync(path.join(network.site, 'config.json'), JSON.stringify(CONFIG));
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { pageHeaders } from '../../hosting/policy.mjs';
import { ask, freePort } from './support/hosts';

const CONFIG = { otherAddresses: false };

let site: string;
let port: number;
let server: PreviewServer;
beforeAll(async () => {
  site = mkdtempSync(path.join(tmpdir(), 'rushes-start-'));
  writeFileSync(path.join(site, 'index.html'), '<!doctype html>');
  writeFileSync(path.join(site, 'config.json'), JSON.stringify(CONFIG));
  port = await freePort();
  server = await preview({
    build: { outDir: site },
    preview: { port, host: '127.0.0.1', strictPort: true },
    logLevel: 'error',
  });
});
afterAll(async () => {
  await server.close();
  rmSync(site, { recursive: true });
});

test.each([
  '/',
  '/board',
  '/demo/',
  '/demo/board',
  '/demo/v1',
  '/demo/v1/videos/a',
  '/demo/media/no',
])('npm start sends every header of the page at %s', async (address) => {
  const { headers } = await ask({ port }, address);
  const wanted = pageHeaders(CONFIG).map(([name, value]) => [name.toLowerCase(), value]);
  expect(headers).toMatchObject(Object.fromEntries(wanted));
});

test('npm start takes nothing that another app shares, and says nothing of it', async () => {
  const written: unknown[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((said) => {
      written.push(said);
      return true;
    }),
  );
  const reply = await ask({ port }, '/shared', { method: 'POST', body: 'text=sk-secret' });
  for (const spy of spies) spy.mockRestore();
  expect([404, 405]).toContain(reply.status);
  expect(reply.body.toString() + written.join('')).not.toContain('sk-secret');
});

test('npm start ends with a sentence where a setting is misspelt', async () => {
  const other = mkdtempSync(path.join(tmpdir(), 'rushes-start-'));
  writeFileSync(path.join(other, 'config.json'), '{ "feedz": [] }');
  const start = preview({
    build: { outDir: other },
    preview: { port: await freePort(), host: '127.0.0.1', strictPort: true },
    logLevel: 'silent',
  });
  await expect(start).rejects.toThrow('"feedz" is not a known setting');
  rmSync(other, { recursive: true });
});

test('what the demo gateway says of its answers wins', async () => {
  const { headers } = await ask({ port }, '/demo/v1/videos/a', {
    headers: { Origin: 'https://a.test' },
  });
  expect(headers['access-control-allow-origin']).toBe('*');
});

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const OTHER_KEY = 'sk-Zz9pQ1mPz2LxWn8RtY4c8e1d';
const BOT = 'b0tS3cretOfFeishu';
const SECRET = '/hook/T0k3n9f2cVb3kQ7mPz2L';

const states = new Map<string, string>();
const feeds = new Map<string, string>();
const asked: { id: string; key: string | undefined }[] = [];
const told: unknown[] = [];
let site: string;
let server: Server;
let at: string;

beforeAll(async () => {
  await build({ configFile: 'vite.watch.config.ts', logLevel: 'error' });
  site = mkdtempSync(path.join(tmpdir(), 'rushes-watch-'));
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://a.test');
    const id = path.posix.basename(pathname);
    const feed = feeds.get(pathname);
    if (pathname === SECRET) {
      void bodyOf(request).then((body) => told.push(JSON.parse(body)));
      response.end('ok');
    } else if (feed === undefined) {
      asked.push({ id, key: request.headers.authorization });
      const status = states.get(id);
      response.statusCode = status === undefined ? 404 : 200;
      response.setHeader('content-type', 'application/json');
      const error = { code: 'task_not_found', message: 'The task does not exist' };
      const body = { id, object: 'video', status, prompt: `Said ${id}` };
      response.end(JSON.stringify(status === undefined ? { error } : body));
    } else {
      response.setHeader('content-type', 'text/csv');
      response.end(feed);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(site, { recursive: true });
});
beforeEach(() => {
  feeds.set('/feeds/friday.csv', 'id,name\nvideo_a,Harbour\nvideo_b,Fox\n');
  feeds.set('/feeds/old.csv', 'id\nvideo_c\n');
  for (const [id, state] of [
    ['video_a', 'in_progress'],
    ['video_b', 'failed'],
    ['video_c', 'completed'],
  ] as const)
    states.set(id, state);
});
afterEach(() => {
  for (const one of [states, feeds]) one.clear();
  for (const one of [asked, told]) one.length = 0;
});

/** The watcher, as a host runs it. */
function start(args: string[] = [], more: Record<string, string> = {}) {
  const config = path.join(site, 'config.json');
  const feed = (name: string, file: string, service: string) => ({
    name,
    url: `feeds/${file}`,
    service,
  });
  writeFileSync(
    config,
    JSON.stringify({
      services: [
        { name: 'House', relay: 'house', teamKey: true },
        { name: 'Open studio', base: `${at}/open` },
      ],
      feeds: [feed('Friday set', 'friday.csv', 'House'), feed('Old', 'old.csv', 'Open studio')],
    }),
  );
  const child = spawn(process.execPath, ['hosting/watch.mjs', ...args], {
    env: {
      PATH: process.env['PATH'],
      WATCH_PAGE: at,
      WATCH_CONFIG: config,
      WATCH_WEBHOOK: at + SECRET,
      WATCH_KEY_OPEN_STUDIO: OTHER_KEY,
      RELAY_UPSTREAMS: `house=${at}/service`,
      RELAY_KEY_HOUSE: KEY,
      RELAY_ALLOW_PRIVATE: 'yes',
      ...more,
    },
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return { ended, out: () => out, errors: () => errors };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const bytes of request) body += String(bytes);
  return body;
}

const askedFor = (): string[] => [...new Set(asked.map(({ id }) => id))].toSorted();

test('a batch that ends is told once, and what had ended before is not', async () => {
  const watcher = start();
  await expect.poll(askedFor).toEqual(['video_a', 'video_b', 'video_c']);
  expect(told).toEqual([]);
  states.set('video_a', 'completed');
  await expect.poll(() => told.length).toBe(1);
  expect(told).toEqual([
    {
      event: 'batch-ended',
      name: 'Friday set',
      total: 2,
      ready: 1,
      failed: 1,
      at: expect.any(String),
      text: 'Friday set: 1 ready, 1 failed\nFox: The service could not make this video',
      link: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#.*batch=feed/),
    },
  ]);
  await expect.poll(watcher.out).toBe('Watching 2 feeds.\nThe webhook was told.\n');
  expect(watcher.errors()).toBe('');
  const keys = new Set(asked.map(({ id, key }) => `${id === 'video_c' ? 'open' : 'house'} ${key}`));
  expect(keys).toEqual(new Set([`house Bearer ${KEY}`, `open Bearer ${OTHER_KEY}`]));
});

test('a shot is told to a chat in its form, signed, in Chinese', async () => {
  feeds.set('/feeds/friday.csv', 'id,name,shot\nvideo_a,第 1 条,12B\nvideo_b,第 2 条,12B\n');
  start([], {
    WATCH_FORMAT: 'feishu',
    WATCH_SECRET: BOT,
    WATCH_BY: 'shot',
    WATCH_LANGUAGE: 'zh-CN',
  });
  await expect.poll(askedFor).toEqual(['video_a', 'video_b', 'video_c']);
  states.set('video_a', 'completed');
  await expect.poll(() => told.length).toBe(1);
  expect(told).toEqual([
    {
      timestamp: expect.stringMatching(/^\d{10}$/),
      sign: expect.stringMatching(/^[\w+/]{43}=$/),
      msg_type: 'text',
      content: {
        text: expect.stringMatching(/^12B：1 个已完成，1 个失败\n12B, 第 2 条：.+\nhttp.+$/),
      },
    },
  ]);
});

test('--once prints a table of what each task is, and leaves with 0', async () => {
  const { ended, out, errors } = start(['--once']);
  expect(await ended).toBe(0);
  expect(errors()).toBe('');
  expect(
    out()
      .split('\n')
      .map((line) => line.split('\t')),
  ).toEqual([
    ['batch', 'name', 'id', 'state', 'percent'],
    ['Friday set', 'Harbour', 'video_a', 'running', ''],
    ['Friday set', 'Fox', 'video_b', 'failed', ''],
    ['Old', '', 'video_c', 'completed', '100'],
    [''],
  ]);
  expect(told).toEqual([]);
});

test('--once leaves with 1 where a task or a feed is not to be had, and says which', async () => {
  states.delete('video_a');
  feeds.set('/feeds/old.csv', '<html></html>');
  const { ended, out, errors } = start(['--once', '--json']);
  expect(await ended).toBe(1);
  expect(errors()).toBe('Feed “Old”: html.\n');
  expect(JSON.parse(out())).toMatchObject([
    { id: 'video_a', state: null, problem: 'not_found' },
    { id: 'video_b', state: 'failed', problem: null },
  ]);
});

test.each([
  ['an unknown format', { WATCH_FORMAT: 'smoke' }, 'WATCH_FORMAT must be one of'],
  ['a key for nobody', { WATCH_KEY_NOBODY: KEY }, 'WATCH_KEY_NOBODY is a key for no service'],
  ['no config.json', { WATCH_CONFIG: '/nowhere/config.json' }, 'WATCH_CONFIG cannot be read'],
])('%s ends it with 2 and a sentence without a key', async (_, env, sentence) => {
  const { ended, out, errors } = start([], env);
  expect(await ended).toBe(2);
  expect(errors()).toContain(sentence);
  expect(out() + errors()).not.toMatch(/sk-|hook\//);
});

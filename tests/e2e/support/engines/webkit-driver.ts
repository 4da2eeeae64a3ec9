import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';

import { expect } from '@playwright/test';

import { findWebKit } from '../../../../scripts/browser.mjs';

export interface Session {
  /** One command of the W3C's WebDriver. */
  call<T = unknown>(method: 'GET' | 'POST' | 'DELETE', command: string, body?: object): Promise<T>;
  /** The folder for downloads. */
  downloads: string;
  close(): Promise<void>;
}

/** A new WebKit with nothing kept, on a screen that nobody sees, and the driver that comes with it. */
export async function openWebKit(flags: readonly string[]): Promise<Session> {
  const found = findWebKit();
  if (!found) throw new Error('No WebKit found: run `node scripts/setup.mjs --engines`.');
  const port = await freePort();
  const { downloads, close } = await startUnseen(found.driver, ['-p', String(port)]);
  const address = `http://127.0.0.1:${port}`;
  try {
    await expect(() => command(address, 'GET', '/status')).toPass({
      timeout: 30_000,
      intervals: [20],
    });
    const args = ['--automation', '--full-screen', '--javascript-can-access-clipboard=true'];
    const browser = { binary: found.browser, args: [...args, ...flags] };
    const { sessionId } = await command<{ sessionId: string }>(address, 'POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browser } },
    });
    const session = `${address}/session/${sessionId}`;
    return { call: (...sent) => command(session, ...sent), downloads, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts a program on a screen that nobody sees, with a home of its own, until it is closed. */
export async function startUnseen(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Pick<Session, 'downloads' | 'close'>> {
  const found = findWebKit();
  if (!found) throw new Error('No WebKit found: run `node scripts/setup.mjs --engines`.');
  const home = mkdtempSync(path.join(tmpdir(), 'rushes-webkit-'));
  const downloads = path.join(home, 'downloads');
  mkdirSync(downloads);
  writeFileSync(path.join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  // As in the other engines, people who want no motion: without a graphics card the processor paints every frame of it.
  mkdirSync(path.join(home, 'gtk-3.0'));
  const settings = '[Settings]\ngtk-enable-animations=0\n';
  writeFileSync(path.join(home, 'gtk-3.0', 'settings.ini'), settings);

  // Wide enough for three cards in a row, and high enough for three rows: nothing has to be scrolled to.
  const size = '1440x1600x24';
  const screen = spawn(
    found.screen,
    ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', size],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const display = await displayOf(screen);
  // A group of its own, so that no process of the browser's outlives the test.
  const started = spawn(program, args, {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      GDK_BACKEND: 'x11',
      LANG: 'C.UTF-8',
      LANGUAGE: 'en_GB',
      TZ: 'Europe/Berlin',
      // Layers put together without a graphics card cost a third of the processor.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      ...env,
    },
  });
  const kill = (): void => {
    process.kill(-started.pid!, 'SIGKILL');
    screen.kill();
  };
  process.once('exit', kill);
  return {
    downloads,
    async close() {
      process.off('exit', kill);
      const ends = [started, screen].map((child) => once(child, 'exit'));
      kill();
      await Promise.all(ends);
      rmSync(home, { recursive: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function command<T>(
  address: string,
  method: string,
  name: string,
  body?: object,
): Promise<T> {
  const response = await fetch(address + name, {
    method,
    signal: AbortSignal.timeout(60_000),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${name}: ${value.error}: ${value.message}`);
  return value;
}

/** What `-displayfd 3` writes as soon as the screen is there. */
function displayOf({ stdio }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const pipe = stdio[3] as Readable;
    let written = '';
    pipe.on('data', (bytes: Buffer) => {
      written += bytes.toString();
      if (written.endsWith('\n')) resolve(written.trim());
    });
    pipe.on('end', () => {
      reject(new Error('The screen for WebKit did not start'));
    });
  });
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as AddressInfo;
  await once(probe.close(), 'close');
  return port;
}

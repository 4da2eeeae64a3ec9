import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium, expect, type BrowserContext } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/browser.mjs';

export interface RealBrowser {
  context: BrowserContext;
  close(): Promise<void>;
}

/**
 * A Chromium whose tabs really are hidden when another is in front, with timers throttled as for a person, and
 * with a back-forward cache. Playwright's own launch makes every page believe it is in front, so this one is
 * started by hand and joined over its debugging port without Playwright's defaults.
 */
export async function openRealBrowser(extraFlags: readonly string[] = []): Promise<RealBrowser> {
  const executable = findChromium();
  if (!executable) throw new Error('No Chromium found');
  const profile = await mkdtemp(path.join(tmpdir(), 'rushes-chromium-'));
  const child = spawn(
    executable,
    [
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...CHROMIUM_FLAGS,
      ...extraFlags,
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  const removeProfile = (): Promise<void> =>
    rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

  try {
    const port = await debuggingPort(profile);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    const context = browser.contexts()[0];
    if (!context) throw new Error('Chromium came without a context');
    return {
      context,
      async close() {
        const session = await browser.newBrowserCDPSession();
        // Chromium may be gone before it has answered.
        await session.send('Browser.close').catch(() => undefined);
        await gone;
        await removeProfile();
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    await gone;
    await removeProfile();
    throw error;
  }
}

/** Chromium writes the port it was given into its profile as soon as it listens. */
async function debuggingPort(profile: string): Promise<string> {
  let port = '';
  await expect
    .poll(
      async () => {
        const file = path.join(profile, 'DevToolsActivePort');
        [port = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
        return port;
      },
      { timeout: 20_000, intervals: [50] },
    )
    .not.toBe('');
  return port;
}

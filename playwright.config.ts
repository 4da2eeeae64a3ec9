import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { defineConfig } from '@playwright/test';

import {
  CHROMIUM_FLAGS,
  findChromium,
  findFirefox,
  findHeadlessShell,
  findWebKit,
} from './scripts/browser.mjs';
import { BELOW } from './tests/e2e/support/static-host.mjs';

const executablePath = findHeadlessShell() ?? findChromium();
if (!executablePath) {
  throw new Error('No Chromium found: run `node scripts/setup.mjs --browser`, or set CHROMIUM.');
}

const firefox = findFirefox();
// For what stands between Playwright and Firefox.
if (firefox) process.env['FIREFOX'] = firefox;
const webkit = findWebKit();
if (process.env['CI'] && !(firefox && webkit)) {
  throw new Error('Firefox or WebKit is missing: run `node scripts/setup.mjs --engines`.');
}

// Workers read this file again and inherit the environment: all of them must name the same port.
const port = (process.env['RUSHES_E2E_PORT'] ??= String(await freePort()));
const address = `http://localhost:${port}/`;

/** The page once more, as teams have it: by nginx, and by a static host below a path; with the headers of each. */
const hosted = {
  nginx: { port: (process.env['RUSHES_E2E_NGINX'] ??= String(await freePort())), below: '/' },
  static: { port: (process.env['RUSHES_E2E_STATIC'] ??= String(await freePort())), below: BELOW },
};
const folderOf = (port: string): string => path.join(tmpdir(), `rushes-hosted-${port}`);
process.env['RUSHES_E2E_COMPRESSED'] ??= folderOf(hosted.nginx.port);
const addressOf = ({ port: own, below }: { port: string; below: string }): string =>
  `http://localhost:${own}${below}`;

/** A pointer that is fine, and can hover: machines for tests have none. */
const WITH_A_MOUSE = { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 };

/** A Firefox with preferences: Playwright cannot tell it these things later on. */
const inFirefox = (preferences: Record<string, number>) => ({
  browserName: 'firefox' as const,
  channel: 'moz-firefox',
  // So high that nothing has to be scrolled to: Playwright scrolls at each try, and what scrolls takes no click.
  viewport: { width: 1440, height: 1800 },
  // A screenshot brings a style of its own into the page, which the page's headers forbid.
  screenshot: 'off' as const,
  trace: 'off' as const,
  launchOptions: {
    executablePath: 'tests/e2e/support/engines/firefox-bridge.mjs',
    firefoxUserPrefs: {
      'dom.events.testing.asyncClipboard': true,
      'media.autoplay.default': 0,
      // No processes ahead of need: each costs half a second of the processor, in every test.
      'dom.ipc.processPrelaunch.enabled': false,
      // Nothing on disk of what no test reads again: 5 % of the processor.
      'browser.cache.disk.enable': false,
      'browser.pagethumbnails.capturing_disabled': true,
      'browser.sessionstore.interval': 3_600_000,
      'places.history.enabled': false,
      ...preferences,
    },
  },
});

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  // One more than the processors that tests are run on, as a journey sometimes waits; with more each only takes longer.
  workers: 3,
  // A shared CI machine may stall for seconds: one more try there, and it is reported as flaky. None at home.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A busy machine is no failure; what has to be quick says so in its test.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    // Without a graphics card every moving bar is painted by the processor.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath,
      // One process fewer through which every byte goes: 4 % of the processor.
      args: [...CHROMIUM_FLAGS, '--enable-features=NetworkServiceInProcess2'],
    },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@alone|@nginx|@static/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      // Only tests tagged @phone, which then run in both.
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    ...Object.entries(hosted).map(([name, host]) => ({
      name,
      // The main journeys, and those for this host alone.
      grep: new RegExp(`@hosted|@${name}`),
      use: { baseURL: addressOf(host), viewport: { width: 1440, height: 900 } },
    })),
    ...(firefox
      ? [
          // The main journeys, in a Firefox as people have it.
          { name: 'firefox', grep: /@firefox/, use: inFirefox({ 'ui.prefersReducedMotion': 1 }) },
          { name: 'firefox-motion', grep: /@motion/, use: inFirefox(WITH_A_MOUSE) },
        ]
      : []),
    // Its journeys are its own: Playwright runs them, but cannot drive a WebKit as it is.
    ...(webkit
      ? [
          { name: 'webkit', testMatch: '**/*.webkit.ts', grepInvert: /@alone/ },
          { name: 'webkit-alone', testMatch: '**/*.webkit.ts', grep: /@alone/, workers: 1 },
        ]
      : []),
    {
      // What measures the browser's own doings wants the machine for itself: after all others, one at a time.
      name: 'alone',
      grep: /@alone/,
      dependencies: [
        'desktop',
        'phone',
        'nginx',
        'static',
        ...(firefox ? ['firefox', 'firefox-motion'] : []),
        ...(webkit ? ['webkit'] : []),
      ],
      workers: 1,
      use: { viewport: { width: 1440, height: 900 } },
    },
  ],
  // One after another: the first one builds the page where that is needed.
  webServer: [
    {
      command: 'node scripts/run.mjs start',
      env: { PORT: port, HOST: 'localhost' },
      url: address,
      timeout: 120_000,
    },
    ...Object.entries(hosted).map(([name, host]) => ({
      command: `node tests/e2e/support/hosted.mjs ${name} ${host.port} ${folderOf(host.port)}`,
      url: addressOf(host),
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5000 },
    })),
  ],
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(found);
      });
    });
  });
}

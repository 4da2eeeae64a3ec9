import { createServer, type AddressInfo } from 'node:net';

import { defineConfig } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from './scripts/browser.mjs';

const executablePath = findChromium();
if (!executablePath) {
  throw new Error('No Chromium found: run `node scripts/setup.mjs --browser`, or set CHROMIUM.');
}

// Workers read this file again and inherit the environment: all of them must name the same port.
const port = (process.env['RUSHES_E2E_PORT'] ??= String(await freePort()));
const address = `http://localhost:${port}/`;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  workers: 3,
  // A shared CI machine may stall for seconds: one more try there, and it is reported as flaky. None at home.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    // Without a graphics card every moving bar is painted by the processor.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
  },
  projects: [
    { name: 'desktop', grepInvert: /@alone/, use: { viewport: { width: 1440, height: 900 } } },
    {
      // Only tests tagged @phone, which then run in both.
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      // What measures the browser's own doings wants the machine for itself: after all others, one at a time.
      name: 'alone',
      grep: /@alone/,
      dependencies: ['desktop', 'phone'],
      workers: 1,
      use: { viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: {
    command: 'node scripts/run.mjs start',
    env: { PORT: port, HOST: 'localhost' },
    url: address,
    timeout: 120_000,
  },
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

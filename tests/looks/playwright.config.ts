import { defineConfig } from '@playwright/test';

import journeys from '../../playwright.config';

const { use, webServer } = journeys;
const [server] = Array.isArray(webServer) ? webServer : [webServer];

/** As the journeys, without their hosts: every screen is looked at on the built page. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.look.ts',
  // What was seen before stays beside it.
  outputDir: '../../test-results/looks/run',
  workers: Number(process.env['LOOKS_WORKERS'] ?? 2),
  fullyParallel: true,
  timeout: 600_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: { ...use, screenshot: 'off', trace: 'off' },
  // A server is started where this file is, unless it is told otherwise.
  ...(server ? { webServer: { ...server, cwd: process.cwd() } } : {}),
});

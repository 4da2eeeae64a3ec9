import { fileURLToPath } from 'node:url';

import { defineConfig } from '@playwright/test';

import journeys from '../../../playwright.config';

const [server] = [journeys.webServer ?? []].flat();

/** As the journeys, but measuring: one thing at a time. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../../test-results/bench',
  ...(server
    ? { webServer: { ...server, cwd: fileURLToPath(new URL('../../..', import.meta.url)) } }
    : {}),
  workers: 1,
  retries: 0,
  timeout: 300_000,
});

import { defineConfig } from '@playwright/test';

/** No server here: the bench builds what it measures, and serves it as a host would. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../../test-results/bench',
  workers: 1,
  timeout: 600_000,
  reporter: [['list']],
});

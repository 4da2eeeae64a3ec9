import { readdirSync, readFileSync } from 'node:fs';

import { defineConfig } from 'vitest/config';

import { messages } from './tools/messages.ts';

const ALL = ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'];

/** What takes long by its nature: `npm run unit:slow`, which `npm test` runs beside what waits most of the time. */
const SLOW = [
  'src/**/soak.test.ts',
  // Thousands of cases each.
  'src/**/*.properties.test.ts',
  'src/**/tabs.test.ts',
  'src/**/linear.test.ts',
  'tests/bench/**/*.test.ts',
  'tests/fuzz.test.tsx',
  // Hours of outages, second by second.
  'src/engine/outage.test.ts',
  // They start servers, and wait for seconds that a relay counts.
  'tests/hosting/**/*.test.ts',
];

/** The tests that ask for a browser's window in their first line. */
const IN_WINDOW = ['src', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.test\.tsx?$/.test(name))
    .filter((name) => readFileSync(name, 'utf8').startsWith('// @vitest-environment')),
);

export default defineConfig({
  plugins: [messages()],
  define: { PAGE_VERSION: JSON.stringify('0.0.0') },
  resolve: { tsconfigPaths: true },
  test: {
    // Processes, as threads would hear each other's BroadcastChannel. One for each processor: Vitest itself leaves one
    // processor out, which is half of two.
    pool: 'forks',
    maxWorkers: '100%',
    environment: 'node',
    setupFiles: ['tests/setup-words.ts'],
    // A slow machine is no failure: speed is measured by the benchmarks.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      // A start of a process and its imports cost more than most tests: those that leave nothing behind share one.
      {
        extends: true,
        test: { name: 'pure', include: ALL, exclude: [...IN_WINDOW, ...SLOW], isolate: false },
      },
      // The same, with all of the page's own modules new for each file, which keep state, and with an empty database.
      {
        extends: true,
        test: {
          name: 'window',
          include: IN_WINDOW,
          exclude: SLOW,
          isolate: false,
          sequence: { setupFiles: 'list' },
          setupFiles: ['tests/setup-fresh.ts', 'tests/setup-words.ts', 'tests/setup-window.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'slow', include: SLOW, setupFiles: ['tests/setup-window.ts'] },
      },
    ],
  },
});

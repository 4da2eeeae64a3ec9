import { defineConfig } from 'vitest/config';

import { messages } from './tools/messages.ts';

export default defineConfig({
  plugins: [messages()],
  resolve: { tsconfigPaths: true },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/setup-words.ts'],
    // A slow machine is no failure: speed is measured by the benchmarks.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});

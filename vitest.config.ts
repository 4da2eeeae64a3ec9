import { defineConfig } from 'vitest/config';

import { messages } from './tools/messages.ts';

export default defineConfig({
  plugins: [messages()],
  resolve: { tsconfigPaths: true },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    restoreMocks: true,
  },
});

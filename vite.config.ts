import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { demoGateway } from './tools/demo-gateway.ts';
import { firstPaint } from './tools/first-paint.ts';
import { leanQuery } from './tools/lean-query.ts';
import { messages } from './tools/messages.ts';
import { notices } from './tools/notices.ts';
import { hostedHeaders } from './tools/page-headers.ts';
import { relay } from './tools/relay.ts';
import { serviceWorker } from './tools/service-worker.ts';

/** What is there with the first card: no download of theirs may wait for another. */
const AT_ONCE = /\/(?:board|banner-list)-/;

export default defineConfig({
  // Relative addresses, so that the page works under any path of a host.
  base: './',
  plugins: [
    react(),
    tailwindcss(),
    leanQuery(),
    messages(),
    firstPaint(),
    notices(),
    serviceWorker(),
    hostedHeaders(),
    demoGateway(),
    relay(),
  ],
  resolve: { tsconfigPaths: true },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The names of what every dialog needs would be 0.7 kB of the first download; most of it is fetched while idle.
      resolveDependencies: (file, needed) => (AT_ONCE.test(file) ? needed : []),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            // For the look-ups, too, which need nothing else of the notices.
            { name: 'policy', test: /look-ups\/forecast\/policy\.ts$/, priority: 2 },
            { name: 'board', test: /src\/features\/board\/board\.tsx$/, priority: 1 },
            { name: 'banner-list', test: /\/(?:banner-list|expiry-notice)\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
});

import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import about from './package.json' with { type: 'json' };
import { BROWSERS } from './tools/browsers.ts';
import { demoGateway } from './tools/demo-gateway.ts';
import { fewerBytes } from './tools/fewer-bytes.ts';
import { firstPaint } from './tools/first-paint.ts';
import { leanQuery } from './tools/lean-query.ts';
import { manifests } from './tools/manifests.ts';
import { messages } from './tools/messages.ts';
import { notices } from './tools/notices.ts';
import { hostedHeaders } from './tools/page-headers.ts';
import { relay } from './tools/relay.ts';
import { serviceWorker } from './tools/service-worker.ts';
import { tooOld } from './tools/too-old.ts';

/** What is there with the first card: no download of theirs may wait for another. */
const AT_ONCE = /\/(?:board|banner-list)-/;

/** A text is read in one step: whoever needs the form needs all of its reader, but for the words of other languages. */
const FORM =
  /\/features\/add-tasks\/(?:pairing\/|recognise\/(?!words\/(?!learnt))|form\/(?:left-over|add-form|first-run)\.)/;
const RULES =
  /\/(?:forecast\/policy|core\/key-shapes|gateway\/(?:clean-message|address-template|scheme-for))\.ts$/;
/** Of the form and of many dialogs: as files of their own they would be twice as large. */
const FIELDS =
  /\/src\/(?:ui\/(?:text-field|unfinished|use-unfinished)|i18n\/(?:keep|scheme)-choices)\.tsx?$/;

export default defineConfig({
  // Relative addresses, so that the page works under any path of a host.
  base: './',
  define: { PAGE_VERSION: JSON.stringify(about.version) },
  plugins: [
    react(),
    tailwindcss(),
    fewerBytes(),
    leanQuery(),
    messages(),
    firstPaint(),
    tooOld(),
    manifests(),
    notices(),
    serviceWorker(),
    hostedHeaders(),
    demoGateway(),
    relay(),
  ],
  resolve: { tsconfigPaths: true },
  build: {
    target: BROWSERS,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The names of what every dialog needs would be 0.7 kB of the first download; most of it is fetched while idle.
      resolveDependencies: (file, needed, { hostType }) =>
        hostType === 'html' || AT_ONCE.test(file) ? needed : [],
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 4 },
            { name: 'board', test: /\/features\/board\/board\.tsx$/, priority: 3 },
            // For the look-ups, too, which need nothing else of the notices and of the form.
            { name: 'rules', test: RULES, priority: 2 },
            { name: 'banner-list', test: /\/(?:banner-list|expiry-notice)\.tsx$/, priority: 1 },
            { name: 'fields', test: FIELDS, priority: 1 },
            { name: 'form', test: FORM, priority: 0 },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
});

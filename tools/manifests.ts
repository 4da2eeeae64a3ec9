import type { Plugin } from 'vite';

import { LOCALES } from '../src/prefs/choices.ts';
import { wordsIn } from './messages.ts';

/** The one in English, which the page names until its language is known: `src/app/follow-locale.ts` names the others. */
const ENGLISH = 'manifest.webmanifest';

/** Of all that it tells, only names and descriptions are in a language: it is one app, whatever that is. */
interface Manifest {
  id: string;
  lang: string;
  name: string;
  short_name: string;
  description: string;
  shortcuts: { name: string; url: string; icons: object[] }[];
  screenshots: { src: string; sizes: string; type: string; form_factor: string; label: string }[];
}

/** What a browser is told about the page, to install it: a file for each language, beside the page. */
export function manifests(): Plugin {
  return {
    name: 'rushes:manifests',
    configureServer({ middlewares }) {
      for (const locale of LOCALES) {
        middlewares.use(`/${nameOf(locale)}`, (_request, response) => {
          response.setHeader('Content-Type', 'application/manifest+json');
          response.end(JSON.stringify(manifestIn(locale)));
        });
      }
    },
    generateBundle() {
      for (const locale of LOCALES) {
        const source = JSON.stringify(manifestIn(locale));
        this.emitFile({ type: 'asset', fileName: nameOf(locale), source });
      }
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: `./${ENGLISH}` }, injectTo: 'head' },
    ],
  };
}

function nameOf(locale: string): string {
  return locale === 'en' ? ENGLISH : `manifest.${locale}.webmanifest`;
}

/** What a browser is told about the page in one language. */
export function manifestIn(locale: string): Manifest {
  const text = wordsIn(locale);
  const icons = [{ src: './images/icon-192.png', sizes: '192x192' }];
  return {
    id: 'rushes',
    lang: locale,
    name: text('app.name'),
    short_name: text('app.name'),
    description: text('outside.about'),
    shortcuts: [
      { name: text('app.addTasks'), url: './#/add?', icons },
      { name: text('outside.ready'), url: './#/?show=ready', icons },
    ],
    screenshots: [
      {
        src: './images/board.webp',
        sizes: '1200x750',
        type: 'image/webp',
        form_factor: 'wide',
        label: text('outside.wide'),
      },
      {
        src: './images/board-phone.webp',
        sizes: '390x844',
        type: 'image/webp',
        form_factor: 'narrow',
        label: text('outside.narrow'),
      },
    ],
    ...IN_ANY,
  };
}

const IN_ANY = {
  start_url: './',
  scope: './',
  display: 'standalone',
  share_target: {
    action: './shared',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { title: 'title', text: 'text', url: 'url' },
  },
  background_color: '#fbfaf7',
  theme_color: '#fbfaf7',
  icons: [
    { src: './images/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: './images/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: './images/icon-512.png', sizes: '512x512', type: 'image/png' },
    {
      src: './images/icon-maskable-512.png',
      sizes: '512x512',
      type: 'image/png',
      purpose: 'maskable',
    },
  ],
};

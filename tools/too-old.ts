import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { Plugin } from 'vite';

import about from '../package.json' with { type: 'json' };
import { readMessages } from './messages.ts';

const NAME = 'too-old.html';
const MESSAGES = path.resolve('src/i18n/messages');

/**
 * Serves the page to which `public/theme-init.js` sends browsers that are too old: one sentence in every language, of
 * which `public/too-old.js` keeps one. Nothing else of the page is in it, not even its style.
 */
export function tooOld(): Plugin {
  return {
    name: 'rushes:too-old',
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${NAME}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(page());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: NAME, source: page() });
    },
  };
}

function page(): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>Rushes</title>
  </head>
  <body>
    ${readdirSync(MESSAGES).toSorted().map(sentence).join('\n    ')}
    <script src="too-old.js"></script>
  </body>
</html>
`;
}

function sentence(language: string): string {
  const texts = new Map(
    readMessages(path.join(MESSAGES, language)).map(({ key, text }) => [key, text]),
  );
  const text = (key: string): string => (texts.get(key) ?? '').replaceAll(/[<&]/g, '');
  const oldest = new Map(about.browserslist.map((one) => one.split(' ') as [string, string]));
  const filled = text('old.text').replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => oldest.get(name) ?? '',
  );
  return `<p lang="${language}">${filled} <a href="./">${text('old.again')}</a></p>`;
}

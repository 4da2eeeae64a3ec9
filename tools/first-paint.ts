import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';

import { readMessages } from './messages.ts';

const MESSAGES = path.resolve('src/i18n/messages');
/** The place in index.html for the first screen's heading. */
const PLACE = '<!-- first words -->';
/** The place in `first-sight.js` for the names of files. */
const NO_MARKS = 'var MARKS = {};';
/** What runs before everything else, from `public`. */
const SCRIPTS = ['theme-init.js', 'first-sight.js'];

/**
 * What people see before the page's own code has loaded. Writes the heading of the first screen into index.html in every
 * language; `public/first-sight.js` keeps only the user's. It looks exactly as `first-run.tsx` renders it, so that
 * nothing moves later. The scripts that do so are built without their comments. The code itself loads with low priority: on a slow line it would take half the style sheet's share.
 */
export function firstPaint(): Plugin {
  return {
    name: 'rushes:first-paint',
    async generateBundle(_options, output) {
      const marks = JSON.stringify(marksOf(output));
      for (const fileName of SCRIPTS) {
        const source = readFileSync(path.join('public', fileName), 'utf8');
        // Vite's minifier writes for browsers of today; these run in any, of which one is told that it is too old.
        const { code } = await minify(source.replace(NO_MARKS, `var MARKS = ${marks};`), {
          compress: { passes: 3 },
          toplevel: true,
        });
        this.emitFile({ type: 'asset', fileName, source: code ?? source });
      }
    },
    transformIndexHtml: {
      // Vite writes the script tag itself and drops the attributes in the source.
      order: 'post',
      handler: (html) =>
        html
          .replace(PLACE, readdirSync(MESSAGES).toSorted().map(words).join(''))
          .replace('<script type="module" crossorigin', '$& fetchpriority="low"'),
    },
  };
}

/**
 * What tells one build of a file from another, in the names of those that `public/first-sight.js` asks for. A page
 * without one of them is not built as it expects.
 */
function marksOf(output: Rolldown.OutputBundle): Record<string, string> {
  const languages = readdirSync(MESSAGES).toSorted();
  const parts = ['board', 'form', ...languages.flatMap((one) => [one, `${one}_add`])];
  const chunks = Object.values(output).filter((file) => file.type === 'chunk');
  return Object.fromEntries(
    parts.map((part) => {
      const [chunk, another] = chunks.filter(({ name }) => name === part);
      if (!chunk || another) throw new Error(`not one file of the page is called ${part}`);
      const [, mark = ''] = chunk.fileName.split(/^assets\/[\w-]+-(?=.{8}\.js$)|\.js$/);
      if (chunk.fileName !== `assets/${part}-${mark}.js`) throw new Error(chunk.fileName);
      return [part, mark];
    }),
  );
}

function words(language: string): string {
  const messages = new Map(
    readMessages(path.join(MESSAGES, language)).map(({ key, text }) => [key, text]),
  );
  const text = (key: string): string => (messages.get(key) ?? '').replaceAll(/[<&]/g, '');
  return (
    `<section lang="${language}" class="mx-auto mt-14 max-w-190 px-5 pb-16 max-sm:mt-7">` +
    `<p class="mb-1.5 text-display text-balance">${text('add.title')}</p>` +
    `<p class="mb-6 text-lead text-ink-2">${text('add.lead')}</p></section>`
  );
}

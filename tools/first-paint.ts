import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { minify, type Plugin, type Rolldown } from 'vite';

import { readMessages } from './messages.ts';

const MESSAGES = path.resolve('src/i18n/messages');
/** The place in index.html for the first screen's heading. */
const PLACE = '<!-- first words -->';
/** The place in `first-sight.js` for the names of files. */
const NO_FILES = 'var FILES = {};';
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
      const files = JSON.stringify(filesOf(output));
      for (const fileName of SCRIPTS) {
        const source = readFileSync(path.join('public', fileName), 'utf8');
        const { code } = await minify(fileName, source.replace(NO_FILES, `var FILES = ${files};`));
        this.emitFile({ type: 'asset', fileName, source: code });
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

/** The files that `public/first-sight.js` asks for. A page without one of them is not built as it expects. */
function filesOf(output: Rolldown.OutputBundle): Record<string, string> {
  const languages = readdirSync(MESSAGES).toSorted();
  const parts = ['board', 'form', ...languages.flatMap((one) => [one, `${one}_add`])];
  const chunks = Object.values(output).filter((file) => file.type === 'chunk');
  return Object.fromEntries(
    parts.map((part) => {
      const [chunk, another] = chunks.filter(({ name }) => name === part);
      if (!chunk || another) throw new Error(`not one file of the page is called ${part}`);
      return [part, chunk.fileName];
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

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';

import { LOCALES } from '../src/prefs/choices.ts';
import { fileOf, languageFiles } from './language-files.ts';
import { wordsIn } from './messages.ts';

/** The place in index.html for the first screen's heading. */
const PLACE = '<!-- first words -->';
/** The place for what is said where no script runs. */
const NO_SCRIPT = '<!-- no script -->';
/** The place in `first-sight.js` for the names of files. */
const NO_FILES = 'var FILES = {};';
/** What runs before everything else, from `public`. */
const SCRIPTS = ['theme-init.js', 'first-sight.js'];

/**
 * What people see before the page's own code has loaded. Writes the heading of the first screen into index.html in
 * English; in another language `public/first-sight.js` fetches it, so that nobody pays for a language of others. It
 * looks exactly as `first-run.tsx` renders it, so that nothing moves later. The scripts that do so are built without
 * their comments. The code itself loads with low priority: on a slow line it would take half the style sheet's share.
 */
export function firstPaint(): Plugin {
  return {
    name: 'rushes:first-paint',
    async generateBundle(_options, output) {
      const files = JSON.stringify(filesOf(output));
      for (const fileName of SCRIPTS) {
        const source = readFileSync(path.join('public', fileName), 'utf8');
        // Vite's minifier writes for browsers of today; these run in any, of which one is told that it is too old.
        const { code } = await minify(source.replace(NO_FILES, `var FILES = ${files};`), {
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
          .replace(PLACE, asHtml(firstWords('en')))
          .replace(NO_SCRIPT, LOCALES.map(withoutScripts).join(''))
          .replace('<script type="module" crossorigin', '$& fetchpriority="low"'),
    },
  };
}

/** The files that `public/first-sight.js` asks for, those of English among them. */
function filesOf(output: Rolldown.OutputBundle): Record<string, string> {
  const english = languageFiles(output).get('en');
  return {
    board: fileOf(output, 'board'),
    form: fileOf(output, 'form'),
    first: english?.['first'] ?? '',
    add: english?.['add'] ?? '',
  };
}

/** An element as `public/first-sight.js` draws it. */
type Element = readonly [
  tag: string,
  attributes: { class: string },
  ...inside: (Element | string)[],
];

/** The heading of the first screen. */
export function firstWords(language: string): Element {
  const text = wordsIn(language);
  return [
    'section',
    { class: 'mx-auto mt-14 max-w-190 px-5 pb-16 max-sm:mt-7' },
    ['p', { class: 'mb-1.5 text-display text-balance' }, text('add.title')],
    ['p', { class: 'mb-6 text-lead text-ink-2' }, text('add.lead')],
  ];
}

/** In every language: which one is read, only a script could tell. */
function withoutScripts(language: string): string {
  const text = wordsIn(language);
  return `<p lang="${language}">${text('outside.noScript').replace('{name}', text('app.name'))}</p>`;
}

function asHtml(part: Element | string): string {
  if (typeof part === 'string') return part;
  const [tag, { class: look }, ...inside] = part;
  return `<${tag} class="${look}">${inside.map(asHtml).join('')}</${tag}>`;
}

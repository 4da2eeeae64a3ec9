import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { build, type Plugin, type Rolldown } from 'vite';

import type { LanguageList, PageFiles } from '../src/worker/page-cache.ts';
import { BROWSERS } from './browsers.ts';
import { firstWords } from './first-paint.ts';
import { languageFiles } from './language-files.ts';

const ENTRY = 'src/worker/sw.ts';
const NAME = 'sw.js';

/**
 * Not stored for a start without a network: the sample board's videos, files that only tools read, and what is told in
 * other languages to who installs the page.
 */
const LEFT_OUT =
  /\.(?:mp4|webp|map|txt)$|^(?:404|too-old)\.html$|^too-old\.js$|^manifest\.[^.]+\.webmanifest$|^config\.(?:schema\.)?json$|^sw\.js$/;

/**
 * Serves the service worker as `sw.js` next to `index.html`, because its location defines its scope. It is one classic
 * script without imports, bundled separately, because not every browser runs modules there. The built one knows every
 * file of the page.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'rushes:service-worker',
    enforce: 'post',
    configureServer({ middlewares }) {
      middlewares.use(`/${NAME}`, (_request, response, next) => {
        bundle({ version: 'dev', files: [] }).then((code) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.setHeader('Cache-Control', 'no-store');
          response.end(code);
        }, next);
      });
    },
    generateBundle: {
      // index.html is written last.
      order: 'post',
      async handler(_options, output) {
        const files = pageFiles(output);
        this.emitFile({ type: 'asset', fileName: NAME, source: await bundle(files) });
        for (const [locale, words] of languageFiles(output)) {
          const list = { version: files.version, files: words, tree: firstWords(locale) };
          const source = JSON.stringify(list satisfies LanguageList & { tree: unknown });
          this.emitFile({ type: 'asset', fileName: `words/${locale}.json`, source });
        }
      },
    },
  };
}

/**
 * The page's files: the bundle and `public`, but for the words, of which each browser stores one language. The version
 * is derived from the contents of all.
 */
function pageFiles(output: Rolldown.OutputBundle): PageFiles {
  const contents = new Map<string, string | Uint8Array>();
  for (const [name, file] of Object.entries(output)) {
    contents.set(name, file.type === 'chunk' ? file.code : file.source);
  }
  for (const name of readdirSync('public', { recursive: true, encoding: 'utf8' })) {
    const file = path.join('public', name);
    if (/\.\w+$/.test(name)) contents.set(name.split(path.sep).join('/'), readFileSync(file));
  }
  const names = [...contents.keys()].filter((name) => !LEFT_OUT.test(name)).toSorted();
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(contents.get(name) ?? '');
  const words = new Set([...languageFiles(output).values()].flatMap((one) => Object.values(one)));
  const others = names.filter((name) => !words.has(name));
  return {
    version: hash.digest('hex').slice(0, 12),
    files: others.map((name) => (name === 'index.html' ? '' : name)),
  };
}

async function bundle(files: PageFiles): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    define: { PAGE_FILES: JSON.stringify(files) },
    build: {
      write: false,
      target: BROWSERS,
      modulePreload: false,
      copyPublicDir: false,
      rolldownOptions: { input: path.resolve(ENTRY), output: { format: 'iife' } },
    },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (chunk?.type !== 'chunk') throw new Error(`${ENTRY} was not bundled`);
  return chunk.code;
}

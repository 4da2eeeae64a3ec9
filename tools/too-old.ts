import type { Plugin } from 'vite';

import about from '../package.json' with { type: 'json' };
import { LOCALES, type Locale } from '../src/prefs/choices.ts';
import { wordsIn } from './messages.ts';

const NAME = 'too-old.html';

/**
 * Serves the page to which `public/first-sight.js` sends browsers that are too old: one sentence in every language, of
 * which `public/too-old.js` keeps one. Nothing else of the page is in it, not even its style.
 */
export function tooOld(): Plugin {
  return {
    name: 'rushes:too-old',
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${NAME}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(tooOldPage());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: NAME, source: tooOldPage() });
    },
  };
}

/** The page for browsers that are too old. */
export function tooOldPage(): string {
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
    ${LOCALES.map(sentence).join('\n    ')}
    <script src="too-old.js"></script>
  </body>
</html>
`;
}

function sentence(locale: Locale): string {
  const text = wordsIn(locale);
  const oldest = new Map(about.browserslist.map((one) => one.split(' ') as [string, string]));
  const filled = text('old.text').replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => oldest.get(name) ?? '',
  );
  const readers = readersOf(locale).join(' ');
  const also = readers === '' ? '' : ` data-for="${readers}"`;
  return `<p lang="${locale}"${also}>${filled} <a href="./">${text('old.again')}</a></p>`;
}

/**
 * The script in which a language is written, and all regions where its readers write so, unless it is the one that is
 * usual for the language: browsers of today know it themselves (`public/first-sight.js`), old ones must be told.
 */
function readersOf(locale: Locale): string[] {
  const { language, script } = new Intl.Locale(locale).maximize();
  const scriptIn = (tag: string): string | undefined => new Intl.Locale(tag).maximize().script;
  if (script === undefined || scriptIn(language) === script) return [];
  return [script, ...REGIONS.filter((region) => scriptIn(`${language}-${region}`) === script)];
}

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
const REGIONS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

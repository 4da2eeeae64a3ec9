// `npm run looks`: every screen and what opens over it, in both themes, as pictures to be looked at, and with what a
// program can find wrong: axe with all rules, sideways scrolling, texts that are cut off, overlap or are not translated.
//
// `npm run looks -- de ja` for those languages; `--only board,share` for those parts; `--widths 360,768` for other sizes
// than 390 and 1440; `--contrast` as with more contrast; `--quick` for each screen in one theme, by turns.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { ROOT, run } from '../../scripts/terminal.mjs';
import { writeSheets } from './sheets.mjs';

const OUT = path.join(ROOT, 'test-results', 'looks');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    widths: { type: 'string' },
    contrast: { type: 'boolean' },
    quick: { type: 'boolean' },
  },
});
// Playwright takes no options of ours, so they travel in the environment.
const environment = {
  ...(positionals.length > 0 ? { LOOKS_LANGUAGES: positionals.join(',') } : {}),
  ...(values.only ? { LOOKS_ONLY: values.only } : {}),
  ...(values.widths ? { LOOKS_WIDTHS: values.widths } : {}),
  ...(values.quick ? { LOOKS_QUICK: 'yes' } : {}),
  ...(values.contrast ? { LOOKS_CONTRAST: 'more' } : {}),
};

const start = Date.now();
const code = await run(
  'playwright',
  ['test', '-c', 'tests/looks/playwright.config.ts'],
  environment,
);
const results = seen();
for (const sheet of await writeSheets(OUT, [...new Set(results.map(({ locale }) => locale))])) {
  console.log(path.relative(ROOT, sheet));
}
const found = results.flatMap(({ file }) => JSON.parse(readFileSync(file, 'utf8')));
tell(found);
process.exitCode = code || (found.length > 0 ? 1 : 0);

/** What this run has looked at: a file for each language, width and part. */
function seen() {
  return readdirSync(OUT, { recursive: true })
    .filter((name) => path.basename(name) === 'found.json')
    .map((name) => ({ locale: name.split(path.sep)[0], file: path.join(OUT, name) }))
    .filter(({ file }) => statSync(file).mtimeMs >= start);
}

/** Each fault once, with where it is. */
function tell(faults) {
  const places = new Map();
  for (const fault of faults)
    places.set(nameOf(fault), [...(places.get(nameOf(fault)) ?? []), fault]);
  for (const [name, all] of [...places].toSorted(([a], [b]) => a.localeCompare(b))) {
    console.log(`\n${name}`);
    const where = [...new Set(all.map(({ part, screen }) => `${part}: ${screen}`))];
    const when = [
      ...new Set(all.map(({ locale, width, theme }) => `${locale} ${width} ${theme}`.trim())),
    ];
    console.log(`  ${some(where)}\n  ${some(when)}`);
  }
  console.log(`\n${results.length} parts looked at, ${places.size} faults.`);
}

function nameOf({ kind, part, what }) {
  return `${kind.padEnd(15)} ${part.padEnd(9)} ${what}`;
}

function some(all) {
  return all.length > 6
    ? `${all.slice(0, 6).join(', ')} and ${all.length - 6} more`
    : all.join(', ');
}

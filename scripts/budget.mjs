// Checks what a visitor downloads of the built page: until the first card can be pressed, and in a whole first visit.
// What index.html names says little, because the parts of a screen follow by `import()` (docs/decisions/0005). Exit 1 if
// it is too much, or if there is nothing to measure.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { parseSync } from 'vite';

import { ROOT } from './terminal.mjs';

/** The parts that a screen loads by `import()`, by the names of their files. The words are the English ones. */
const BOARD = ['en', 'board'];
/** The first page fetches the board and the look-ups while it is idle. */
const FIRST_RUN = ['en', 'en_add', 'form', 'board', 'look-ups'];

/** In bytes after gzip -9; 1 kB is 1000 bytes, as in browsers' network panels. Style sheets are counted by themselves. */
const BUDGETS = [
  { what: 'scripts until the first card', files: () => scriptsOf(BOARD), limit: 150_000 },
  { what: 'scripts of a first visit', files: () => scriptsOf(FIRST_RUN), limit: 212_000 },
  { what: 'its style sheets', files: () => initial.CSS, limit: 12_000 },
];

const DIST = path.join(ROOT, 'dist');

if (!existsSync(path.join(DIST, 'index.html'))) {
  console.error('There is no dist/index.html to measure. Run `npm run build` first.');
  process.exit(1);
}

const initial = initialFiles(readFileSync(path.join(DIST, 'index.html'), 'utf8'));
const assets = readdirSync(path.join(DIST, 'assets'));
let tooBig = false;
for (const { what, files, limit } of BUDGETS) {
  const weights = files()
    .map((file) => [weigh(file), file])
    .toSorted(([a], [b]) => b - a);
  const total = weights.reduce((sum, [bytes]) => sum + bytes, 0);
  const failed = total > limit;
  tooBig ||= failed;
  console.log(`${failed ? 'FAIL' : 'ok'}  ${what}: ${kB(total)} of ${kB(limit)} gzip`);
  for (const [bytes, file] of weights) console.log(`      ${kB(bytes).padStart(9)}  ${file}`);
}
process.exit(tooBig ? 1 : 0);

/** What a screen needs besides what index.html names. */
function scriptsOf(parts) {
  const files = new Set(initial.JavaScript);
  for (const part of parts) follow(`assets/${fileOf(part)}`, files);
  return [...files];
}

/** The built file of a part. A page without it was not built as this script expects: that is no small page. */
function fileOf(part) {
  const named = new RegExp(`^${part}-[\\w-]{8}\\.js$`);
  const found = assets.filter((file) => named.test(file));
  if (found.length !== 1) throw new Error(`${found.length} files are called ${part}-….js`);
  return found[0];
}

/** The files index.html names, and everything those scripts import statically. Paths are relative to dist. */
function initialFiles(html) {
  const links = tags(html, 'link');
  const scripts = new Set();
  const roots = [
    ...tags(html, 'script').map((tag) => tag.src),
    ...links.filter((tag) => tag.rel === 'modulepreload').map((tag) => tag.href),
  ].filter(Boolean);
  for (const root of roots) follow(path.posix.normalize(root.replace(/^\//, '')), scripts);
  const sheets = links.filter((tag) => tag.rel === 'stylesheet').map((tag) => tag.href);
  return {
    JavaScript: [...scripts],
    CSS: sheets.map((href) => path.posix.normalize(href.replace(/^\//, ''))),
  };
}

function follow(file, seen) {
  if (seen.has(file)) return;
  seen.add(file);
  const { module } = parseSync(file, readFileSync(path.join(DIST, file), 'utf8'));
  const requests = [
    ...module.staticImports.map((entry) => entry.moduleRequest),
    ...module.staticExports.flatMap((entry) => entry.entries.map((one) => one.moduleRequest)),
  ].filter(Boolean);
  for (const { value } of requests) follow(path.posix.join(path.posix.dirname(file), value), seen);
}

/** The attributes of every tag with one name. Good enough for the index.html that Vite writes. */
function tags(html, name) {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'gi'))].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([a-z]+)="([^"]*)"/gi)].map(([, key, value]) => [key, value]),
    ),
  );
}

function weigh(file) {
  return gzipSync(readFileSync(path.join(DIST, file)), { level: 9 }).length;
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

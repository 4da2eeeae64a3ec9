// Checks the size of the built page's first download: what index.html names, and what that imports statically. The
// parts of a screen follow by `import()` (docs/decisions/0005, 0014). Exit 1 if it is too big, or if there is nothing to
// measure.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { parseSync } from 'vite';

import { ROOT } from './terminal.mjs';

/**
 * In bytes after gzip -9; 1 kB is 1000 bytes, as in browsers' network panels. There is one style sheet for all
 * screens, including dialogs.
 */
const BUDGETS = { JavaScript: 115_000, CSS: 8_000 };

const DIST = path.join(ROOT, 'dist');

if (!existsSync(path.join(DIST, 'index.html'))) {
  console.error('There is no dist/index.html to measure. Run `npm run build` first.');
  process.exit(1);
}

const files = initialFiles(readFileSync(path.join(DIST, 'index.html'), 'utf8'));
let tooBig = false;
for (const [kind, budget] of Object.entries(BUDGETS)) {
  const weights = files[kind].map((file) => [weigh(file), file]).toSorted(([a], [b]) => b - a);
  const total = weights.reduce((sum, [bytes]) => sum + bytes, 0);
  // A page without a script or a style sheet is not small; it was parsed wrongly.
  const failed = total === 0 || total > budget;
  tooBig ||= failed;
  console.log(`${failed ? 'FAIL' : 'ok'}  initial ${kind}: ${kB(total)} of ${kB(budget)} gzip`);
  for (const [bytes, file] of weights) console.log(`      ${kB(bytes).padStart(9)}  ${file}`);
}
process.exit(tooBig ? 1 : 0);

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

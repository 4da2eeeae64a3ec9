// `node scripts/release-notes.mjs 0.2.0`: prints what CHANGELOG.md says about a version. Exit 1 if it says nothing, or
// if package.json has another version.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './terminal.mjs';

const version = (process.argv[2] ?? '').replace(/^v/, '');
const { version: own } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const parts = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8').split(/^## /m);
const notes = parts.find(
  (part) => part.startsWith(`${version} `) || part.startsWith(`${version}\n`),
);
if (version !== own) stop(`The tag says ${version || 'nothing'}, package.json ${own}.`);
if (!notes) stop(`CHANGELOG.md has no section “## ${version}”.`);
console.log(notes.slice(notes.indexOf('\n')).trim());

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

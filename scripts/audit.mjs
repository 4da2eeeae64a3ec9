// `npm run audit`: no known hole in anything used. A registry that tells of none is said so; it is no good news.
import { spawnSync } from 'node:child_process';

import { ROOT } from './terminal.mjs';

/** Advisories that do not concern this project, by their id, with the reason. */
const EXPLAINED = {};

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { stdout } = spawnSync(npm, ['audit', '--json'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
const report = read(stdout);
if (!report?.vulnerabilities) {
  console.log(
    'The registry does not answer audits here, so nothing is known. CI asks the public one.',
  );
  process.exit(process.env.CI_PUBLIC_REGISTRY ? 1 : 0);
}
const found = Object.values(report.vulnerabilities)
  .flatMap(({ via }) => via)
  .filter((cause) => typeof cause === 'object' && !Object.hasOwn(EXPLAINED, idOf(cause)));
for (const cause of found)
  console.error(`${cause.name} (${cause.severity}): ${cause.title} ${cause.url}`);
if (found.length === 0) console.log('No known hole in anything used.');
process.exit(found.length === 0 ? 0 : 1);

function idOf({ url }) {
  return String(url).split('/').at(-1);
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// `npm run audit`: checks that no dependency has a known vulnerability. If the registry does not answer audits, it says
// so, because that is not the same as good news.
import { spawnSync } from 'node:child_process';

import { ROOT } from './terminal.mjs';

/** Advisories that do not affect this project, by id, with the reason. */
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
    'This registry does not answer audits, so the result is unknown. CI asks the public one.',
  );
  process.exit(process.env.CI_PUBLIC_REGISTRY ? 1 : 0);
}
const found = Object.values(report.vulnerabilities)
  .flatMap(({ via }) => via)
  .filter((cause) => typeof cause === 'object' && !Object.hasOwn(EXPLAINED, idOf(cause)));
for (const cause of found)
  console.error(`${cause.name} (${cause.severity}): ${cause.title} ${cause.url}`);
if (found.length === 0) console.log('No known vulnerabilities.');
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

// `npm run sbom`: what the page is made of, as CycloneDX, on the standard output. The same lock file gives the same bytes.
import { spawnSync } from 'node:child_process';

import { ROOT } from './terminal.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
// Not `--omit dev`: npm 11 then leaves out what both the page and a tool use, React among them.
const { status, stdout, stderr } = spawnSync(npm, ['sbom', '--sbom-format', 'cyclonedx'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
if (status !== 0) {
  console.error(`npm sbom failed: ${stderr}`);
  process.exit(1);
}
const list = JSON.parse(stdout);
// Both are new each time, and say nothing about what is inside; npm's version is the machine's, the folder's name too.
delete list.serialNumber;
delete list.metadata.timestamp;
delete list.metadata.tools;
list.metadata.component.name = 'rushes';
const isTool = ({ properties = [] }) =>
  properties.some(({ name }) => name === 'cdx:npm:package:development');
list.components = list.components.filter((component) => !isTool(component));
const kept = new Set([list.metadata.component, ...list.components].map((one) => one['bom-ref']));
list.dependencies = list.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
console.log(JSON.stringify(list, null, 2));

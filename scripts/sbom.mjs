// `npm run sbom`: prints what the page is made of, as CycloneDX. The same lock file always gives the same bytes.
import { spawnSync } from 'node:child_process';

import { ROOT } from './terminal.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
// Not `--omit dev`: npm 11 then omits packages that both the page and a tool use, such as React.
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
// These change with every run or machine (npm's version, the folder's name) and say nothing about the contents.
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

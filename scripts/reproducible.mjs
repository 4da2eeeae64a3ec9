// `npm run reproducible`: builds the page twice, in two folders with different names, time zones and languages, and
// compares every byte. Anything that differs between two machines would differ here, too.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ROOT, run } from './terminal.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'rushes-twice-'));
const first = await build('one', { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' });
const second = await build('another/place', { TZ: 'America/Denver', LANG: 'tr_TR.UTF-8' });
rmSync(folder, { recursive: true, force: true });

const names = [...new Set([...first.keys(), ...second.keys()])].toSorted();
const different = names.filter((name) => first.get(name) !== second.get(name));
for (const name of different) console.error(`${name} differs`);
if (different.length > 0) process.exit(1);
const all = createHash('sha256');
for (const name of names) all.update(`${name} ${first.get(name)}\n`);
console.log(`${names.length} files, identical byte for byte; overall SHA-256 ${all.digest('hex')}`);

/** The SHA-256 of each file in the build, by name. */
async function build(name, environment) {
  const place = path.join(folder, name);
  mkdirSync(place, { recursive: true });
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of listed.stdout.split('\n').filter(Boolean)) {
    const from = path.join(ROOT, file);
    if (statSync(from, { throwIfNoEntry: false })?.isFile()) cpSync(from, path.join(place, file));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(place, 'node_modules'));
  const code = await run('vite', ['build', '--logLevel', 'error'], environment, place);
  if (code !== 0) process.exit(1);
  const dist = path.join(place, 'dist');
  return new Map(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(path.join(dist, file)).isFile())
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(path.join(dist, file)))
          .digest('hex'),
      ]),
  );
}

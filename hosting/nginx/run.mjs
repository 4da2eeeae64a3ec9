// Serves the built page with nginx in the foreground: `node hosting/nginx/run.mjs [folder of the page]`. Everything else
// is set by the environment, see configure.mjs. Changes to config.json are applied without a restart.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  unwatchFile,
  watchFile,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { CLOSED, misspelt, readConfig } from '../policy.mjs';
import { HostingError } from '../relay.mjs';
import { configure } from './configure.mjs';

/** How often config.json is checked, in ms. Polling works on every file system; change notifications do not. */
const LOOK_MS = 1000;
/** In ms: when the whole folder is copied, a file may be written after the one compressed from it. */
const COPYING_MS = 10_000;

const site = path.resolve(process.argv[2] ?? 'dist');
const run = ownFolder(process.env.RUN_DIR ?? tmpdir());
const program = process.env.NGINX ?? 'nginx';
const configFile = path.join(site, 'config.json');
let config = null;

if (!existsSync(path.join(site, 'index.html')))
  stop(`${site} contains no built page. Run npm run build first.`);
const { error, stderr: version } = spawnSync(program, ['-V'], { encoding: 'utf8' });
if (error) stop('nginx was not found. Install it (apt install nginx-light).');
if (process.env.NGINX_USER && process.getuid?.() === 0) openTo(process.env.NGINX_USER);
dropStale();
try {
  write();
} catch (error) {
  if (error instanceof HostingError) stop(error.message);
  throw error;
}
// nginx opens its log by file name, and a service's standard output has none, so the log goes through a named pipe.
const log = path.join(run, 'access.log');
spawnSync('mkfifo', ['-m', '600', log]);
const cat = spawn('cat', [log], { stdio: ['ignore', 'inherit', 'inherit'] });
let isAskedToEnd = false;
const options = ['-e', 'stderr', '-p', run, '-c', path.join(run, 'nginx.conf')];
const nginx = spawn(program, options, { stdio: 'inherit' });
nginx.on('exit', (code) => {
  if (!isAskedToEnd) {
    console.error(
      'nginx has stopped; its reason is above. If the port is in use, set PORT to another one.',
    );
  }
  unwatchFile(configFile);
  cat.kill();
  rmSync(run, { recursive: true, force: true });
  process.exitCode = isAskedToEnd ? 0 : code || 1;
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGQUIT']) {
  // When asked to stop, let nginx finish the requests in progress first.
  process.on(signal, () => {
    isAskedToEnd = true;
    nginx.kill('SIGQUIT');
  });
}
process.on('SIGHUP', reload);
watchFile(configFile, { interval: LOOK_MS }, (now, before) => {
  // A missing file is reported once, too.
  if (now.mtimeMs !== before.mtimeMs) reload();
});

function reload() {
  // Until nginx has written its pid file, the signal would kill it.
  if (!existsSync(path.join(run, 'nginx.pid'))) return;
  try {
    write();
    nginx.kill('SIGHUP');
  } catch (error) {
    console.error(`${error.message} Nothing was changed.`);
  }
}

/** Throws if the environment or the settings are invalid. */
function write() {
  // A file that has disappeared is being rewritten.
  const read = config !== null && !existsSync(configFile) ? undefined : readConfig(configFile);
  if (read === undefined) {
    const outcome =
      config === null
        ? 'can contact only its own host until it is fixed'
        : 'keeps its current headers';
    console.error(`${configFile} cannot be read: the page ${outcome}.`);
  }
  const wrong = read === undefined ? null : misspelt(read);
  if (wrong !== null) throw new HostingError(wrong);
  config = read ?? config ?? CLOSED;
  const files = Object.entries(configure(process.env, { site, config, run, version }));
  for (const folder of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) {
    mkdirSync(path.join(run, folder), { recursive: true });
  }
  // They contain the team's keys.
  for (const [name, text] of files) writeFileSync(path.join(run, name), text, { mode: 0o600 });
}

/** Otherwise compressed files of an older version would be sent instead of the new ones. */
function dropStale() {
  for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(site, name);
    if (!/\.(?:gz|br)$/.test(name)) continue;
    const source = statSync(file.replace(/\.\w+$/, ''), { throwIfNoEntry: false });
    if (source && source.mtimeMs <= statSync(file).mtimeMs + COPYING_MS) continue;
    const again = `Run node hosting/compress.mjs ${site} again.`;
    try {
      rmSync(file);
    } catch {
      stop(`${file} is older than its source and cannot be removed from here. ${again}`);
    }
    console.error(`${file} is older than its source and was removed. ${again}`);
  }
}

function ownFolder(parent) {
  try {
    return mkdtempSync(path.join(parent, 'rushes-'));
  } catch {
    console.error(`${parent} cannot be written to. Set RUN_DIR to a folder for nginx's own files.`);
    process.exit(1);
  }
}

/** Workers that run as another user need to reach the sockets in the folder; nobody else may. */
function openTo(user) {
  const { stdout: group } = spawnSync('id', ['-gn', user], { encoding: 'utf8' });
  if (!group || spawnSync('chgrp', [group.trim(), run]).status !== 0)
    stop(`NGINX_USER: there is no user ${user}.`);
  chmodSync(run, 0o710);
}

function stop(sentence) {
  console.error(sentence);
  rmSync(run, { recursive: true, force: true });
  process.exit(1);
}

// Serves the built page by nginx, in the foreground: `node hosting/nginx/run.mjs [folder of the page]`. For everything
// else see the environment in configure.mjs. A change of config.json is taken up without a restart.
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

import { CLOSED, readConfig } from '../policy.mjs';
import { HostingError } from '../relay.mjs';
import { configure } from './configure.mjs';

/** How often config.json is looked at, in ms. Looking works on every file system; being told does not. */
const LOOK_MS = 1000;
/** A copy of the whole folder may write a file after what was made of it, in ms. */
const COPYING_MS = 10_000;

const site = path.resolve(process.argv[2] ?? 'dist');
const run = mkdtempSync(path.join(process.env.RUN_DIR ?? tmpdir(), 'rushes-'));
const program = process.env.NGINX ?? 'nginx';
const configFile = path.join(site, 'config.json');
let config = null;

if (!existsSync(path.join(site, 'index.html')))
  stop(`${site} holds no built page: run npm run build.`);
const { error, stderr: version } = spawnSync(program, ['-V'], { encoding: 'utf8' });
if (error) stop('There is no nginx: install it (apt install nginx-light libnginx-mod-stream).');
// Workers that are not this user have to reach the sockets in it; what is secret in it is closed by itself.
if (process.env.NGINX_USER) chmodSync(run, 0o711);
dropStale();
try {
  write();
} catch (error) {
  if (error instanceof HostingError) stop(error.message);
  throw error;
}
// nginx opens its log by name, and the standard output of services has none: it goes through a pipe that has.
const log = path.join(run, 'access.log');
spawnSync('mkfifo', ['-m', '600', log]);
const cat = spawn('cat', [log], { stdio: ['ignore', 'inherit', 'inherit'] });
let isAskedToEnd = false;
const nginx = spawn(program, ['-p', run, '-c', path.join(run, 'nginx.conf')], { stdio: 'inherit' });
nginx.on('exit', (code) => {
  unwatchFile(configFile);
  cat.kill();
  rmSync(run, { recursive: true, force: true });
  process.exitCode = isAskedToEnd ? 0 : code || 1;
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGQUIT']) {
  // Being asked to end means: end what is under way first.
  process.on(signal, () => {
    isAskedToEnd = true;
    nginx.kill('SIGQUIT');
  });
}
process.on('SIGHUP', reload);
watchFile(configFile, { interval: LOOK_MS }, (now, before) => {
  // A file that is not there is reported once, too.
  if (now.mtimeMs !== before.mtimeMs) reload();
});

function reload() {
  // Before it has written its number, the signal would end it.
  if (!existsSync(path.join(run, 'nginx.pid'))) return;
  try {
    write();
    nginx.kill('SIGHUP');
  } catch (error) {
    console.error(`${error.message} Everything stays as it was.`);
  }
}

/** Throws where the environment or the settings cannot be meant. */
function write() {
  // A file that goes away is being written anew.
  const read = config !== null && !existsSync(configFile) ? undefined : readConfig(configFile);
  if (read === undefined) {
    console.error(`${configFile} cannot be read: whom the page may ask stays as it was.`);
  }
  config = read ?? config ?? CLOSED;
  const files = Object.entries(configure(process.env, { site, config, run, version }));
  for (const folder of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) {
    mkdirSync(path.join(run, folder), { recursive: true });
  }
  // The team's keys stand in them.
  for (const [name, text] of files) writeFileSync(path.join(run, name), text, { mode: 0o600 });
}

/** Compressed files of an older version would be sent in the place of the new ones. */
function dropStale() {
  for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(site, name);
    if (!/\.(?:gz|br)$/.test(name)) continue;
    const source = statSync(file.replace(/\.\w+$/, ''), { throwIfNoEntry: false });
    if (source && source.mtimeMs <= statSync(file).mtimeMs + COPYING_MS) continue;
    rmSync(file);
    console.error(
      `${file} is older than what it was made of, and was removed: node hosting/compress.mjs`,
    );
  }
}

function stop(sentence) {
  console.error(sentence);
  rmSync(run, { recursive: true, force: true });
  process.exit(1);
}

// Serves the built page by nginx, in the foreground: `node hosting/nginx/run.mjs [folder of the page]`. For everything
// else see the environment in configure.mjs. A change of config.json is taken up without a restart.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
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
write();
// nginx opens its log by name, and the standard output of services has none: it goes through a pipe that has.
const log = path.join(run, 'access.log');
spawnSync('mkfifo', [log]);
const cat = spawn('cat', [log], { stdio: ['ignore', 'inherit', 'inherit'] });
const nginx = spawn(program, ['-p', run, '-c', path.join(run, 'nginx.conf')], { stdio: 'inherit' });
nginx.on('exit', (code, signal) => {
  unwatchFile(configFile);
  cat.kill();
  rmSync(run, { recursive: true, force: true });
  process.exitCode = signal === null ? (code ?? 1) : 0;
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGQUIT']) {
  // Being asked to end means: end what is under way first.
  process.on(signal, () => nginx.kill('SIGQUIT'));
}
process.on('SIGHUP', reload);
watchFile(configFile, { interval: LOOK_MS }, (now, before) => {
  // A file that is not there is reported once, too.
  if (now.mtimeMs !== before.mtimeMs) reload();
});

function reload() {
  // Before it has written its number, the signal would end it.
  if (!existsSync(path.join(run, 'nginx.pid'))) return;
  write();
  nginx.kill('SIGHUP');
}

/** A wrong environment ends the start; later, what nginx has stays as it is. */
function write() {
  // A file that goes away is being written anew.
  const read = config !== null && !existsSync(configFile) ? undefined : readConfig(configFile);
  if (read === undefined) {
    console.error(`${configFile} cannot be read: whom the page may ask stays as it was.`);
  }
  config = read ?? config ?? CLOSED;
  try {
    for (const folder of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) {
      mkdirSync(path.join(run, folder), { recursive: true });
    }
    for (const [name, text] of Object.entries(
      configure(process.env, { site, config, run, version }),
    )) {
      // The team's keys stand in it.
      writeFileSync(path.join(run, name), text, { mode: 0o600 });
    }
  } catch (error) {
    if (error instanceof HostingError) stop(error.message);
    throw error;
  }
}

function stop(sentence) {
  console.error(sentence);
  rmSync(run, { recursive: true, force: true });
  process.exit(1);
}

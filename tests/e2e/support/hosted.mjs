// Serves a copy of the built page as a team's host would: `node tests/e2e/support/hosted.mjs nginx|static <port> <folder>`.
// nginx's is compressed, and journeys with a host of their own copy it.
import { cpSync, rmSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';

import { staticHost } from './static-host.mjs';

const [, , kind, port, folder] = process.argv;
cpSync('dist', folder, { recursive: true });
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

if (kind === 'static') {
  spawnSync(process.execPath, ['hosting/static.mjs', folder], { stdio: 'inherit' });
  staticHost(folder).listen(Number(port), 'localhost');
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
} else {
  spawnSync(process.execPath, ['hosting/compress.mjs', folder], { stdio: 'inherit' });
  const env = { ...process.env, HOST: 'localhost', PORT: port, ACCESS_LOG: 'off' };
  const nginx = spawn(process.execPath, ['hosting/nginx/run.mjs', folder], {
    env,
    stdio: 'inherit',
  });
  nginx.on('exit', (code) => process.exit(code ?? 1));
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => nginx.kill('SIGTERM'));
}

// `npm start`: builds the page if the last build is older than its sources, and serves it together with the demo
// gateway. PORT and HOST are respected; if the port is taken, the next free one is used.
// `npm run host`: builds it in the same way and serves it with nginx, as a team would have it.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT, run } from './terminal.mjs';

const SOURCES = [
  'src',
  'public',
  'tools',
  'hosting',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** The ids of two published answers, which the demo gateway returns word for word. */
const PUBLISHED_IDS = [
  'sora-2:task_01k6x15vhrff09dkkqjrzwhm60',
  'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980',
];

process.chdir(ROOT);
const command = process.argv[2];
const COMMANDS = { start, host };
if (!Object.hasOwn(COMMANDS, command)) {
  console.error('Usage: node scripts/run.mjs start|host');
  process.exit(2);
}
await COMMANDS[command]();

async function host() {
  if (buildIsStale()) await buildAround('dist/config.json');
  await run('node', ['hosting/compress.mjs', 'dist']);
  const { PORT = '8080', HOST = '127.0.0.1' } = process.env;
  console.log(`\n  Rushes will be at    http://${HOST}:${PORT}    (nginx; stop with Ctrl+C)\n`);
  // In this process, so that signals reach nginx directly, which finishes the requests in progress first.
  Object.assign(process.env, { PORT, HOST });
  process.argv[2] = 'dist';
  await import('../hosting/nginx/run.mjs');
}

/** Builds, and restores the settings of a page that is already hosted, which a build would overwrite. */
async function buildAround(settings) {
  const { build } = await import('vite');
  const kept = existsSync(settings) ? readFileSync(settings, 'utf8') : null;
  let built = null;
  try {
    await build({ logLevel: 'warn' });
    if (existsSync(settings)) built = readFileSync(settings, 'utf8');
  } finally {
    // Even if the build failed: by then it has emptied the folder.
    if (kept !== null) writeFileSync(settings, kept);
  }
  if (kept === null || kept === built) return;
  console.log(`Kept ${settings}, which differs from public/config.json.`);
  console.log('Delete it to use public/config.json from the next start on.');
}

async function start() {
  const { build, preview } = await import('vite');
  if (buildIsStale()) await build({ logLevel: 'warn' });
  const server = await preview({
    preview: {
      port: Number(process.env['PORT'] || 4173),
      host: process.env['HOST'] || 'localhost',
    },
  });
  const address = (server.resolvedUrls.local[0] ?? server.resolvedUrls.network[0]).replace(
    /\/$/,
    '',
  );
  console.log(`
  Rushes is at    ${address}

  Try the sample board there, or paste this as if somebody had sent it to you
  (Service: Other…, Address: ${address}/demo):

    ${[demoKey(), ...PUBLISHED_IDS].join('\n    ')}

  Stop with Ctrl+C.
`);
}

/** The key that the demo gateway accepts, read from its sources, the only place where it is written. */
function demoKey() {
  for (const name of readdirSync('src/demo')) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const [key] =
      /\bsk-demo-[\w-]{4,}/.exec(readFileSync(path.join('src/demo', name), 'utf8')) ?? [];
    if (key) return key;
  }
  throw new Error('No sk-demo-… key in src/demo');
}

/** True if a source, or a folder that has gained or lost one, is newer than the last build. */
function buildIsStale() {
  const built = path.join('dist', 'index.html');
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return SOURCES.some((source) => newest(source) > builtAt);
}

/** Epoch ms of the last change at or below a path; 0 if it does not exist. */
function newest(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return file.endsWith('.env') ? 0 : stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

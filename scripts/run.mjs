// `npm start`: builds the page where the last build is older than its sources, and serves it with the demo
// gateway beside it. PORT and HOST are respected; a taken port gives way to the next free one.
// `npm run host`: builds it likewise and serves it by nginx, as a team would have it.
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

/** The two published answers that the demo gateway gives word for word. */
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
  // Nobody is left between the signals and nginx, which ends what is under way first.
  Object.assign(process.env, { PORT, HOST });
  process.argv[2] = 'dist';
  await import('../hosting/nginx/run.mjs');
}

/** Builds, and puts back the settings of a page that is hosted already: a build would replace them. */
async function buildAround(settings) {
  const { build } = await import('vite');
  const kept = existsSync(settings) ? readFileSync(settings, 'utf8') : null;
  let built = null;
  try {
    await build({ logLevel: 'warn' });
    if (existsSync(settings)) built = readFileSync(settings, 'utf8');
  } finally {
    // Also where the build failed: it has emptied the folder by then.
    if (kept !== null) writeFileSync(settings, kept);
  }
  if (kept === null || kept === built) return;
  console.log(`${settings} is kept: it says something else than public/config.json does.`);
  console.log('Delete it to take that one with the next start.');
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

/** The key that the demo gateway takes, from the one place where it is written: its sources. */
function demoKey() {
  for (const name of readdirSync('src/demo')) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const [key] =
      /\bsk-demo-[\w-]{4,}/.exec(readFileSync(path.join('src/demo', name), 'utf8')) ?? [];
    if (key) return key;
  }
  throw new Error('No sk-demo-… key in src/demo');
}

/** True when a source, or a folder that has lost or won one, is newer than the last build. */
function buildIsStale() {
  const built = path.join('dist', 'index.html');
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return SOURCES.some((source) => newest(source) > builtAt);
}

/** Epoch ms of the last change at or below a path; 0 where there is none. */
function newest(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return file.endsWith('.env') ? 0 : stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

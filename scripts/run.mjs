// `npm start`: builds the page where the last build is older than its sources, and serves it with the demo
// gateway beside it. PORT and HOST are respected; a taken port gives way to the next free one.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './terminal.mjs';

const SOURCES = [
  'src',
  'public',
  'tools',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

process.chdir(ROOT);
const command = process.argv[2];
if (command !== 'start') {
  console.error('Usage: node scripts/run.mjs start');
  process.exit(2);
}
await start();

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
  const { DEMO_KEY, DEMO_IDS } = await demoConstants();
  console.log(`
  Rushes is at    ${address}

  Try the sample board there, or paste this as if a service had sent it to you:

    ${address}/demo
    ${DEMO_KEY}
    ${DEMO_IDS.join('\n    ')}

  Stop with Ctrl+C.
`);
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
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

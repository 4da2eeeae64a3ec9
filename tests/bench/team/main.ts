import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { startNginx } from '../../hosting/support/hosts';
import { runPages, type Met, type Order } from './pages';
import { faultsOf, table, type Run } from './report';
import { batch, endOf } from './tasks';
import { startUpstream } from './upstream';

/** The word that a process of pages is started with. */
const PAGES = 'pages';
const SHARED_FOR = 2;
/** How long after the last end a page may still be waiting, in ms. */
const LATEST = 20_000;
/** What runs at the same time: two cores bear no more. Each run has its own service and its own relay. */
const ROUNDS = [
  [
    { pages: 200, shares: true },
    { pages: 10, shares: true },
    { pages: 1, shares: true },
    { pages: 1, shares: false },
  ],
  [
    { pages: 200, shares: false },
    { pages: 50, shares: true },
    { pages: 50, shares: false },
    { pages: 10, shares: false },
  ],
];

/** What a team costs its service: many pages that watch one batch with one key, through one relay. */
export async function main(args: readonly string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rushes-bench-team-'));
  const site = path.join(folder, 'site');
  mkdirSync(site);
  writeFileSync(path.join(site, 'index.html'), '<!doctype html>');
  try {
    const runs: Run[] = [];
    // A team of another size: npm run bench:team -- 200
    const rounds =
      args.length > 0 ? [args.map((pages) => ({ pages: Number(pages), shares: true }))] : ROUNDS;
    for (const round of rounds) {
      console.log(`${round.map(({ pages }) => pages).join(', ')} pages …`);
      runs.push(...(await Promise.all(round.map(async (team) => runTeam(team, site, folder)))));
    }
    console.log(table(runs));
    const faults = faultsOf(runs);
    for (const fault of faults) console.error(`✗ ${fault}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runTeam(
  { pages, shares }: Pick<Run, 'pages' | 'shares'>,
  site: string,
  folder: string,
): Promise<Run> {
  const tasks = batch();
  const startAt = Date.now() + 3_000;
  const endAt = startAt + Math.max(...Array.from(tasks.values(), endOf));
  const upstream = await startUpstream(tasks, startAt);
  const relay = await startNginx(site, {
    RELAY_UPSTREAMS: `studio=http://127.0.0.1:${upstream.port}`,
    RELAY_KEY_STUDIO: 'sk-bench-team-0000000000',
    RELAY_ALLOW_PRIVATE: 'yes',
    RELAY_SHARE_SECONDS: String(shares ? SHARED_FOR : 0),
    ACCESS_LOG: 'off',
    RUN_DIR: folder,
  });
  try {
    const base = `http://127.0.0.1:${relay.port}/relay/studio`;
    const met = await inOwnProcess({ base, pages, startAt, untilAt: endAt + LATEST });
    return { pages, shares, seconds: (endAt - startAt) / 1000, upstream: upstream.asked, met };
  } finally {
    await relay.stop();
    upstream.stop();
  }
}

/** So that many busy pages do not keep the service from answering. */
function inOwnProcess(order: Order): Promise<Met> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [PAGES]);
    child.on('message', (met: Met) => {
      resolve(met);
      child.disconnect();
      child.kill();
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The pages ended early (${code}).`)));
    child.send(order);
  });
}

if (process.argv[2] === PAGES) {
  process.once('message', (order: Order) => {
    void runPages(order).then((met) => process.send?.(met));
  });
}

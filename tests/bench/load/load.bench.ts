import { rmSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { kilobytes, report } from '../media/report';
import { buildPage, temporaryFolder } from '../support/build';
import { fillProfile, openProfile, startAgedGateway } from '../support/profile';
import { serveFolder } from '../support/static-server';
import { loadCold, type Load } from './first-card';

/** How much later than a bare React page the board may show its first card, and the first that can be pressed. */
const LARGEST_RATIO = 1.2;
const LARGEST_LIVE_RATIO = 1.8;
const TASKS = 200;
const RUNS = 7;

test(`the first card of ${TASKS}, against a bare React page`, async () => {
  const folders = [await buildPage(), await buildPage('tests/bench/load/bare'), temporaryFolder()];
  const [board = '', bare = '', profile = ''] = folders;
  const gateway = await startAgedGateway();
  const servers = { board: await serveFolder(board), bare: await serveFolder(bare) };
  try {
    await fillProfile(profile, { address: servers.board.address, gateway, count: TASKS });
    const context = await openProfile(profile);
    const loads = { board: [] as Load[], bare: [] as Load[] };
    // In turns, so that a machine that slows down slows both. The first turn wakes the browser and is not counted.
    for (let run = 0; run <= RUNS; run += 1) {
      for (const kind of ['bare', 'board'] as const) {
        const load = await loadCold(context, servers[kind].address);
        if (run > 0) loads[kind].push(load);
      }
    }
    await context.close();
    const bareCard = median(loads.bare.map(({ card }) => card));
    const ratio = median(loads.board.map(({ card }) => card)) / bareCard;
    const liveRatio = median(loads.board.map(({ live }) => live)) / bareCard;
    report('bare React', told(loads.bare));
    report(`board of ${TASKS}`, told(loads.board));
    report('ratio', `${ratio.toFixed(2)} of ${LARGEST_RATIO} allowed`);
    report('ratio, live', `${liveRatio.toFixed(2)} of ${LARGEST_LIVE_RATIO} allowed`);
    const usual = loads.board.toSorted((a, b) => a.live - b.live)[Math.floor(RUNS / 2)];
    if (usual && (ratio > LARGEST_RATIO || liveRatio > LARGEST_LIVE_RATIO)) {
      console.log(`A usual board, ${Math.round(usual.live)} ms, waited for:\n${waterfall(usual)}`);
    }
    expect(ratio).toBeLessThanOrEqual(LARGEST_RATIO);
    expect(liveRatio).toBeLessThanOrEqual(LARGEST_LIVE_RATIO);
  } finally {
    await Promise.all([servers.board.stop(), servers.bare.stop(), gateway.stop()]);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
});

function told(loads: readonly Load[]): string {
  const cards = loads.map(({ card }) => card);
  const paint = median(loads.map((load) => load.paint));
  const requests = median(loads.map((load) => load.requests.length));
  const bytes = median(
    loads.map((load) => load.requests.reduce((sum, request) => sum + request.bytes, 0)),
  );
  return (
    `first card ${Math.round(median(cards))} ms ` +
    `(${Math.round(Math.min(...cards))} to ${Math.round(Math.max(...cards))}, ${loads.length} runs), ` +
    `live ${Math.round(median(loads.map(({ live }) => live)))} ms, ` +
    `first paint ${Math.round(paint)} ms, ${requests} requests and ${kilobytes(bytes)} before it`
  );
}

/** What one run waited for, request by request. */
function waterfall({ requests }: Load): string {
  return requests
    .toSorted((a, b) => a.start - b.start)
    .map(({ name, start, end, bytes }) => {
      const times = `${Math.round(start)}`.padStart(6) + `${Math.round(end)}`.padStart(6);
      return `${times} ms ${kilobytes(bytes).padStart(7)}  ${name}`;
    })
    .join('\n');
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

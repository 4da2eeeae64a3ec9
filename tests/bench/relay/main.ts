import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ask, startNginx } from '../../hosting/support/hosts';
import { startNames } from '../../hosting/support/names';
import { askRanges, makeFilm } from './films';
import { load, wrkIsThere } from './load';
import { statusesIn } from './log';
import { takenBy, type Taken } from './processes';
import { compare, cost, growth, losses, memory, sharedBy, told, type Round } from './report';
import { LOOK_UP, startUpstream } from './upstream';

const CLIENTS = 200;
const ROUNDS = 4;
const SECONDS = 4;
/** With this much between look-ups, `CLIENTS` ask about 500 times a second: what the relay costs when it is not full. */
const PAUSE_MS = 400;
const SHARED_FOR = 2;
const FILM_BYTES = 8_000_000;
const RANGE_BYTES = 2_000_000;

/**
 * The load that one relay bears, on loopback: as many look-ups as it can pass, against asking the service itself.
 * The service has a name, as services have, and answers over http and over https.
 */
export async function main(): Promise<void> {
  if (!wrkIsThere()) {
    console.error('The bench needs wrk: install it (Debian: apt install wrk), then try again.');
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'rushes-bench-relay-'));
  const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const faults = await bench(folder, (stop) => stops.unshift(stop));
    for (const fault of faults) console.error(`✗ ${fault}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    for (const stop of stops) await stop();
  }
}

async function bench(folder: string, atEnd: (stop: () => unknown) => void): Promise<string[]> {
  const site = path.join(folder, 'site');
  const film = makeFilm(FILM_BYTES);
  mkdirSync(site);
  writeFileSync(path.join(site, 'index.html'), '<!doctype html>');
  const names = await startNames();
  atEnd(names.stop);
  const upstream = await startUpstream(folder, film);
  atEnd(upstream.stop);
  const log = path.join(folder, 'access.log');
  const env = {
    RELAY_UPSTREAMS: `http=http://service.test:${upstream.http} https=https://service.test:${upstream.https}`,
    RELAY_ALLOW_PRIVATE: 'yes',
    RELAY_RATE: '100000',
    RELAY_KEY_RATE: '100000',
    RESOLVER: names.address,
    CA_FILE: upstream.caFile,
  };
  // All the way to the service each time: what is shared costs less.
  const relay = await startNginx(site, {
    ...env,
    RELAY_SHARE_SECONDS: '0',
    RUN_DIR: folder,
    ACCESS_LOG: log,
  });
  atEnd(relay.stop);
  const sharing = await startNginx(site, {
    ...env,
    RELAY_SHARE_SECONDS: String(SHARED_FOR),
    ACCESS_LOG: 'off',
  });
  atEnd(sharing.stop);

  const lookUp = '/v1/videos/video_0123456789abcdef0123456789abcdef';
  const ways = (['http', 'https'] as const).flatMap((kind) => [
    { kind, relayed: false, address: `${kind}://127.0.0.1:${upstream[kind]}${lookUp}` },
    { kind, relayed: true, address: `http://127.0.0.1:${relay.port}/relay/${kind}${lookUp}` },
  ]);
  for (const { kind } of ways) {
    const { body } = await ask(relay, `/relay/${kind}${lookUp}`);
    if (body.toString() !== LOOK_UP) return [`the relay answered over ${kind}: ${body.toString()}`];
  }

  console.log(`before the load: ${memory(takenBy(folder))}`);
  // A worker takes memory for the most clients it ever had at once, and clients are dealt out by chance. After twice as
  // many, what still grows is no matter of chance.
  for (const { address, relayed } of ways) {
    if (relayed) await load(address, { clients: 2 * CLIENTS, seconds: SECONDS });
  }
  console.log(`after ${2 * CLIENTS} clients: ${memory(takenBy(folder))}`);
  const rounds: Round[] = [];
  const memories: Taken[] = [];
  // In turns, so that a machine that slows down slows all ways alike. The last turn is at people's pace.
  for (let turn = 1; turn <= ROUNDS + 1; turn += 1) {
    const calm = turn > ROUNDS;
    for (const { address, ...way } of ways) {
      const [answered, before] = [await upstream.answered(), takenBy(folder)];
      const counted = await load(address, {
        clients: CLIENTS,
        seconds: SECONDS,
        ...(calm && { pauseMs: PAUSE_MS }),
      });
      const reached = (await upstream.answered()) - answered;
      const after = takenBy(folder);
      const round = { ...way, ...counted, calm, clients: CLIENTS, reached, before, after };
      console.log(told(round));
      rounds.push(round);
    }
    if (!calm) memories.push(takenBy(folder));
  }
  const films = await askRanges(
    `http://127.0.0.1:${relay.port}/relay/http/v1/videos/film/content`,
    film,
    { clients: CLIENTS, bytes: RANGE_BYTES },
  );
  console.log(
    `film: ${CLIENTS} ranges of ${RANGE_BYTES / 1e6} MB at once, ${films.length} wrong; ` +
      `${memory(takenBy(folder))} after it`,
  );
  const answered = await upstream.answered();
  const shared = await load(`http://127.0.0.1:${sharing.port}/relay/https${lookUp}`, {
    clients: CLIENTS,
    seconds: SECONDS,
  });
  const reached = (await upstream.answered()) - answered;
  const statuses = await statusesIn(log);
  return [
    ...films.slice(0, 5),
    ...losses(rounds, statuses),
    ...growth(memories),
    ...cost(rounds),
    ...compare(rounds),
    ...sharedBy({ ...shared, reached, mostReached: SECONDS / SHARED_FOR + 2 }),
  ];
}

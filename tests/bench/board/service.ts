import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const POSTER = readFileSync(new URL('../../../src/demo/media/sea-poster.webp', import.meta.url));
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, range, accept',
  'access-control-max-age': '7200',
};
/**
 * How far a running task is, in percent, and over how long it gets there; it then begins anew, so that as many are
 * running at the end of the bench. Many use up their key's budget. Few are always about to end, so that they are looked
 * up as often in all, and as much is measured.
 */
const RUNS = {
  few: { from: 96, to: 99.9, ms: 20_000 },
  many: { from: 0, to: 95, ms: 40_000 },
};
const MANY = 100;

/** A real service, on another origin: `run-…` are running, time and again; everything else is ready. */
export interface Service {
  address: string;
  /** How many look-ups it has answered. */
  lookUps(): number;
  /** Owes the answers of look-ups from now on. */
  hold(): void;
  /** Of which tasks it owes them. */
  held(): readonly string[];
  /** Answers the look-ups of this task that it owes, and still owes the others; without one it owes nothing any more. */
  release(id?: string): void;
  stop(): Promise<void>;
}

/** @param running how many tasks the page has it run */
export async function startService(running: number): Promise<Service> {
  const born = Date.now();
  const run = running < MANY ? RUNS.few : RUNS.many;
  let lookUps = 0;
  let isHolding = false;
  let owed: { id: string; answer: () => void }[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
    if (pathname === '/poster') {
      return void response.writeHead(200, { ...CORS, 'content-type': 'image/webp' }).end(POSTER);
    }
    const id = decodeURIComponent(pathname.split('/').at(-1) ?? '');
    const answer = (): void => {
      lookUps += 1;
      response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
      response.end(JSON.stringify(answerTo(id, `http://${request.headers.host}`)));
    };
    if (isHolding) owed.push({ id, answer });
    else answer();
  });
  const answerTo = (id: string, address: string): object => {
    const about = { id, object: 'video', model: 'sora-2', seconds: '8', size: '1280x720' };
    const place = Number(/\d+$/.exec(id)?.[0] ?? 0);
    const prompt = `${PLACES[place % PLACES.length]} at ${TIMES[place % TIMES.length]}, take ${place}`;
    if (!id.startsWith('run-')) {
      const links = { video_url: `${address}/${id}.mp4`, thumbnail_url: `${address}/poster` };
      return { ...about, status: 'completed', progress: 100, prompt, ...links };
    }
    const share = ((Date.now() - born) / run.ms + place * 0.17) % 1;
    const progress = run.from + (run.to - run.from) * share;
    return { ...about, status: 'in_progress', progress, prompt };
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lookUps: () => lookUps,
    hold: () => void (isHolding = true),
    held: () => owed.map(({ id }) => id),
    release(id) {
      isHolding = id !== undefined;
      const [due, others] = [true, false].map((is) =>
        owed.filter((one) => (id === undefined || one.id === id) === is),
      );
      owed = others ?? [];
      for (const { answer } of due ?? []) answer();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const PLACES = ['the harbour', 'a street in the rain', 'the old lighthouse', 'a wheat field'];
const TIMES = ['dawn', 'noon', 'dusk', 'midnight', 'the end of summer'];

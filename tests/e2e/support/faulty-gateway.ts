import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { failed, json, text } from '../../../src/demo/replies';
import { createDemoGateway } from '../../../src/demo/server';
import { toNodeHandler } from '../../../tools/node-http';

/** What can go wrong with one key's look-ups, and how the gateway answers then; null: not at all. */
const ANSWERS = {
  refused: () => failed('auth'),
  missing: () => failed('noTask'),
  limited: () => json(429, { error: { message: 'Too many requests' } }, { 'retry-after': '2' }),
  broken: () => failed('broken'),
  website: () => text(200, '<!doctype html><title>Console</title>', 'text/html'),
  garbled: () => text(200, '{"id":"video_1","status":"in_pro', 'application/json'),
  silent: () => null,
  reset: () => null,
} as const satisfies Record<string, () => Response | null>;
export type Fault = keyof typeof ANSWERS;
export const FAULTS = Object.keys(ANSWERS) as Fault[];

/** Lives pass at this share of the real pace, so that no task ends before the test wants it to. */
const PACE = 0.15;

/** So many look-ups are told to come later, then the limit lifts itself. */
const MOST_LIMITED = 3;

export interface FaultyGateway {
  address: string;
  /** From now on all look-ups with this key go wrong in this way; null lifts it, and lets those that hang go on. */
  inject(key: string, fault: Fault | null): void;
  /** Look-ups that met the fault which this key has now. */
  met(key: string): number;
  /** Look-ups of the tasks of one key in a span of time, in epoch ms. */
  lookUps(key: string, from: number, to: number): number;
  /** Lets every task come to its end at once. */
  finish(): void;
  stop(): Promise<void>;
}

/** The demo gateway over HTTP with several accounts: a key knows its own tasks, and can have a fault of its own. */
export async function startFaultyGateway(
  owners: ReadonlyMap<string, string>,
): Promise<FaultyGateway> {
  const start = Date.now();
  let ahead = 0;
  const now = (): number => start + (Date.now() - start) * PACE + ahead;
  const demo = toNodeHandler(createDemoGateway({ seed: 1, now }));
  const faults = new Map<string, { fault: Fault; met: number; hanging: (() => void)[] }>();
  const log: { key: string; at: number }[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const id = decodeURIComponent(request.url?.split('/').at(-1) ?? '');
    const owner = owners.get(id);
    if (request.method !== 'GET' || owner === undefined) return demo(request, response);
    const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
    log.push({ key: owner, at: Date.now() });
    const wrong = faults.get(key);
    const truth = (): void =>
      owner === key ? demo(request, response) : respond(failed('noTask'), response);
    if (!wrong) return truth();
    wrong.met += 1;
    // Each one halves the pace for minutes: on a slow machine the test would wait for it to recover.
    if (wrong.fault === 'limited' && wrong.met > MOST_LIMITED) return truth();
    if (wrong.fault === 'reset') return void request.socket.destroy();
    const made = ANSWERS[wrong.fault]();
    if (made) respond(made, response);
    else wrong.hanging.push(truth);
  };

  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    inject(key, fault) {
      const before = faults.get(key);
      faults.delete(key);
      if (fault) faults.set(key, { fault, met: 0, hanging: [] });
      before?.hanging.forEach((goOn) => goOn());
    },
    met: (key) => faults.get(key)?.met ?? 0,
    lookUps: (key, from, to) =>
      log.filter((one) => one.key === key && one.at >= from && one.at < to).length,
    finish() {
      ahead = 3_600_000;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function respond(made: Response, response: ServerResponse): void {
  response.writeHead(made.status, Object.fromEntries(made.headers));
  void made.text().then((body) => response.end(body));
}

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
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
const SLOW = 0.15;
/** Those of the brisk key are over within 40 s. */
const BRISK = 3;

/** So many look-ups are told to come later, then the limit lifts itself. */
const MOST_LIMITED = 3;

export interface FaultyGateway {
  address: string;
  /** From now on all look-ups with this key go wrong in this way; null lifts it, and lets those that hang go on. */
  inject(key: string, fault: Fault | null): void;
  /** Look-ups that met the fault which this key has now. */
  met(key: string): number;
  /** When each task of a key was looked up so far, in epoch ms, by task id. */
  lookUps(key: string): Map<string, number[]>;
  /** Lets every task come to its end at once. */
  finish(): void;
  stop(): Promise<void>;
}

/**
 * The demo gateway over HTTP with several accounts: a key knows its own tasks, and can have a fault of its own.
 * @param brisk the key whose tasks live fast, so that they are looked up all the time
 */
export async function startFaultyGateway(
  owners: ReadonlyMap<string, string>,
  brisk: string,
): Promise<FaultyGateway> {
  const start = Date.now();
  let ahead = 0;
  const at = (pace: number): RequestListener =>
    toNodeHandler(
      createDemoGateway({ seed: 1, now: () => start + (Date.now() - start) * pace + ahead }),
    );
  const [fast, slow] = [at(BRISK), at(SLOW)];
  const faults = new Map<string, { fault: Fault; met: number; hanging: (() => void)[] }>();
  const log: { key: string; id: string; at: number }[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const id = decodeURIComponent(request.url?.split('/').at(-1) ?? '');
    const owner = owners.get(id);
    const demo = owner === brisk ? fast : slow;
    if (request.method !== 'GET' || owner === undefined) return demo(request, response);
    const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
    log.push({ key: owner, id, at: Date.now() });
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
    lookUps(key) {
      const times = new Map<string, number[]>();
      for (const one of log) {
        if (one.key === key) times.set(one.id, [...(times.get(one.id) ?? []), one.at]);
      }
      return times;
    },
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

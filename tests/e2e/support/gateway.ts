import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createDemoGateway, type DemoGatewayOptions } from '../../../src/demo/server';
import { toNodeHandler } from '../../../tools/node-http';

export interface LoggedRequest {
  method: string;
  path: string;
  /** Epoch ms. */
  at: number;
  authorized: boolean;
  range: string | undefined;
}

export interface TestGateway {
  /** `http://127.0.0.1:12345`: another origin than the page, so that CORS and preflights are real. */
  address: string;
  /** Everything asked so far, preflights included, oldest first. */
  log: readonly LoggedRequest[];
  /** The look-ups of one task so far, preflights left out. */
  lookUps(id: string): LoggedRequest[];
  /** Lets the gateway's clock jump ahead: tasks grow older by this many ms at once. */
  advance(ms: number): void;
  /** From now on nobody answers, as on a machine that went away. `stop` is also what ends a test. */
  stop(): Promise<void>;
}

/** `births`: when each id was first looked at; without it tasks are born with their first look-up. */
export async function startGateway(
  seed: number,
  options: Pick<DemoGatewayOptions, 'births'> = {},
): Promise<TestGateway> {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const handle = toNodeHandler(createDemoGateway({ ...options, seed, now }));
  const log: LoggedRequest[] = [];
  const server = createServer(logged(handle, log));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${port}`,
    log,
    lookUps: (id) =>
      log.filter(
        ({ method, path }) =>
          method === 'GET' && path.endsWith(`/v1/videos/${encodeURIComponent(id)}`),
      ),
    advance: (ms) => {
      ahead += ms;
    },
    stop: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function logged(handle: RequestListener, log: LoggedRequest[]): RequestListener {
  return (request, response) => {
    log.push({
      method: request.method ?? '',
      path: request.url ?? '',
      at: Date.now(),
      authorized: request.headers.authorization !== undefined,
      range: request.headers.range,
    });
    handle(request, response);
  };
}

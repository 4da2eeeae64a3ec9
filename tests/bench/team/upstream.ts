import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { seenAt, type Trace } from '../polling/traces';

/** What the service allows with one key: a token bucket. */
const RATE = 5;
const BURST = 20;

/** A service with one batch of tasks, which refuses whoever asks too often. */
export interface Upstream {
  port: number;
  /** When each look-up came, in epoch ms, and whether it was refused. */
  asked: readonly { at: number; refused: boolean }[];
  stop(): void;
}

/** `startAt`: when the batch starts, in epoch ms. */
export async function startUpstream(
  tasks: ReadonlyMap<string, Trace>,
  startAt: number,
): Promise<Upstream> {
  const asked: { at: number; refused: boolean }[] = [];
  const take = tokens();
  const server = createServer(({ url = '' }, response) => {
    const at = Date.now();
    const refused = !take(at);
    asked.push({ at, refused });
    if (refused) return answer(response, 429, { error: { message: 'Too many requests' } });
    const id = url.split('/').at(-1) ?? '';
    const trace = tasks.get(id);
    if (!trace) return answer(response, 404, { error: { message: 'Not found' } });
    const [, status, progress] = seenAt(trace, at - startAt);
    const links = status === 'completed' && { video_url: `https://cdn.example.com/${id}.mp4` };
    answer(response, 200, { id, object: 'video', model: trace.model, status, progress, ...links });
  });
  // Longer than a relay keeps a connection that nobody uses.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function tokens(): (at: number) => boolean {
  let left = BURST;
  let since = Date.now();
  return (at) => {
    left = Math.min(BURST, left + ((at - since) / 1000) * RATE);
    since = at;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const retry = status === 429 && { 'Retry-After': '1' };
  response.writeHead(status, { 'Content-Type': 'application/json', ...retry });
  response.end(JSON.stringify(body));
}

import {
  createServer as createPlain,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';

import type { Certificate } from './certificate';

/** A service behind the relay: its answer depends on the path, and it records every request exactly as received. */
export interface Upstream {
  port: number;
  /** Received at a time in ms. */
  asked: { method: string; url: string; headers: [name: string, value: string][]; at: number }[];
  /** How many connections it has received. */
  connections(): number;
  /** Answers all that wait for `held…`, or those whose address ends so. */
  release(end?: string): void;
  stop(): Promise<void>;
}

export const FILM = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));

export async function startUpstream(certificate?: Certificate): Promise<Upstream> {
  const asked: Upstream['asked'] = [];
  let held: { url: string; answer: () => void }[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url = '', rawHeaders } = request;
    asked.push({ method, url, headers: pairs(rawHeaders), at: Date.now() });
    if (url.includes('held')) held.push({ url, answer: () => reply(request, response) });
    else reply(request, response);
  };
  const server: Server = certificate ? createSecure(certificate, handle) : createPlain(handle);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    connections: () => connections,
    release: (end = '') => {
      const all = held;
      held = all.filter(({ url }) => !url.endsWith(end));
      for (const { url, answer } of all) if (url.endsWith(end)) answer();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** When it was asked for this, in ms. */
export function whenAsked({ asked }: Upstream, end: string): number[] {
  return asked.filter(({ url }) => url.endsWith(end)).map(({ at }) => at);
}

/** How often it was asked for this. */
export function timesAsked(upstream: Upstream, end: string): number {
  return whenAsked(upstream, end).length;
}

/** All values of this header in the last request. */
export function headersNamed({ asked }: Upstream, name: string): string[] {
  const last = asked.at(-1)?.headers ?? [];
  return last.filter(([one]) => one.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

function reply({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  if (url.includes('silent')) return;
  const moved = /moved-to-([\w-]+)$/.exec(url)?.[1];
  if (moved !== undefined) {
    response.writeHead(302, { Location: Buffer.from(moved, 'base64url').toString() }).end();
    return;
  }
  if (/\/content|\.mp4/.test(url)) return film(headers.range, response);
  if (url.includes('accel')) {
    response.setHeader('X-Accel-Redirect', '/relay/house/v1/videos/stolen');
  }
  response.writeHead(url.includes('missing') ? 404 : 200, {
    'Content-Type': 'application/json',
    'Set-Cookie': 'tracked=1',
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=99999',
    Expires: 'Fri, 01 Jan 2100 00:00:00 GMT',
    'Service-Worker-Allowed': '/',
    'Speculation-Rules': '"/rules.json"',
    'X-Nobody-Named': '1',
    Age: '500',
    'Rushes-Relay': 'busy',
    'X-Request-Id': 'abc',
  });
  const whose = url.includes('whose') && { sent: JSON.stringify(headers) };
  response.end(JSON.stringify({ id: 'task_1', status: 'queued', ...whose }));
}

function film(range: string | undefined, response: ServerResponse): void {
  const [, start = '0', end = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const last = end === '' ? FILM.length - 1 : Number(end);
  const part = FILM.subarray(Number(start), last + 1);
  response.writeHead(range === undefined ? 200 : 206, {
    'Content-Type': 'video/mp4',
    'Content-Length': part.length,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, max-age=60',
    'X-Nobody-Named': '1',
    ...(range !== undefined && { 'Content-Range': `bytes ${start}-${last}/${FILM.length}` }),
  });
  response.end(part);
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : [],
  );
}

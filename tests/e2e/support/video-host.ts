import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { pasteTasks } from './page';

export const VIDEO_KEY = 'sk-clip-Vb3kQ8w2Lx71mNp49f2c';

/** A service whose tasks are all ready, with videos as good or bad as a test wants them. */
export interface VideoHost {
  address: string;
  /** Media requests so far: what was asked, and how many bytes of video were written. */
  log: MediaRequest[];
  /** Everything ends, the page's requests too. */
  stop(): Promise<void>;
}

export interface MediaRequest {
  path: string;
  range: string | undefined;
  authorized: boolean;
  /** The key as it was sent. */
  key: string | undefined;
  bytes: number;
}

export interface VideoPlan {
  /**
   * What the look-up says beside `completed`; `{media}` becomes the address of the media host, `{other}` the same under
   * another name: for the page, another host.
   */
  answer?: Record<string, unknown>;
  /** What `/content` does; the key is asked for first. */
  content?: MediaAnswer;
}

export type MediaAnswer = (request: IncomingMessage, response: ServerResponse) => void;

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, range, accept',
  'access-control-expose-headers': 'content-range',
};

export function demoVideo(name: string): Buffer {
  return readFileSync(new URL(`../../../src/demo/media/${name}.mp4`, import.meta.url));
}

/** A video with ranges, as storage hosts and good gateways send it. */
export function video(
  bytes: Buffer,
  { cors = true, ranges = true, type = 'video/mp4', slowMs = 0, pauseMs = 0 } = {},
): MediaAnswer {
  return (request, response) => {
    const asked = ranges ? /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') : null;
    const start = Number(asked?.[1] ?? 0);
    const end = asked?.[2] ? Math.min(Number(asked[2]), bytes.length - 1) : bytes.length - 1;
    if (start > end) {
      response.writeHead(416, cors ? CORS : {}).end();
      return;
    }
    response.writeHead(asked ? 206 : 200, {
      ...(cors ? CORS : {}),
      'content-type': type,
      'content-length': end - start + 1,
      ...(ranges ? { 'accept-ranges': 'bytes' } : {}),
      ...(asked ? { 'content-range': `bytes ${start}-${end}/${bytes.length}` } : {}),
    });
    if (request.method === 'HEAD') response.end();
    else
      setTimeout(
        () => Readable.from(slices(bytes.subarray(start, end + 1), pauseMs)).pipe(response),
        slowMs,
      );
  };
}

/** Written as fast as it is read, or as a line takes it: what nobody reads is not counted as sent. */
async function* slices(bytes: Buffer, pauseMs: number): AsyncGenerator<Buffer> {
  const size = 64 * 1024;
  for (let at = 0; at < bytes.length; at += size) {
    if (pauseMs > 0) await setTimeoutAsync(pauseMs);
    yield bytes.subarray(at, at + size);
  }
}

export function says(
  status: number,
  body: string,
  { type = 'application/json', cors = true } = {},
): MediaAnswer {
  return (_request, response) => {
    response.writeHead(status, { ...(cors ? CORS : {}), 'content-type': type }).end(body);
  };
}

/**
 * The gateway on one port and its media on another: two origins, as in life. `media` answers below `/media/<name>`.
 */
export async function startVideoHost(
  tasks: Record<string, VideoPlan | ((look: number) => VideoPlan)>,
  media: Record<string, MediaAnswer> = {},
  keys: readonly string[] = [VIDEO_KEY],
): Promise<VideoHost> {
  const log: MediaRequest[] = [];
  const looks = new Map<string, number>();
  const mediaServer = createServer((request, response) => {
    const name = /^\/media\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '';
    note(log, request, response);
    (media[name] ?? says(404, 'none', { type: 'text/plain' }))(request, response);
  });
  const mediaAddress = await listen(mediaServer);

  const gateway = createServer((request, response) => {
    if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
    // A public video of the gateway's own.
    if (request.url === '/demo-video') return video(demoVideo('sea'))(request, response);
    const [, id = '', content] =
      /^\/v1\/videos\/([^/?]+)(\/content)?(?:\?.*)?$/.exec(request.url ?? '') ?? [];
    const planned = tasks[decodeURIComponent(id)];
    if (!keys.includes(keyOf(request) ?? '')) {
      return says(401, '{"error":{"message":"Invalid API key"}}')(request, response);
    }
    if (planned === undefined) {
      return says(404, '{"error":{"message":"task not found"}}')(request, response);
    }
    const look = looks.get(id) ?? 0;
    const plan = typeof planned === 'function' ? planned(look) : planned;
    if (content) {
      note(log, request, response);
      const none = says(404, '{"error":{"message":"video not found"}}');
      return (plan.content ?? none)(request, response);
    }
    looks.set(id, look + 1);
    const answer = JSON.stringify({ id, status: 'completed', progress: 100, ...plan.answer });
    const other = mediaAddress.replace('127.0.0.1', 'localhost');
    const told = answer.replaceAll('{media}', mediaAddress).replaceAll('{other}', other);
    return says(200, told)(request, response);
  });
  const address = await listen(gateway);
  return { address, log, stop: () => closeAll([gateway, mediaServer]) };
}

/** Puts tasks of the host on the board. */
export async function trackVideos(page: Page, host: VideoHost, ids: readonly string[]) {
  await pasteTasks(page, { address: host.address, key: VIDEO_KEY, ids });
}

function keyOf({ headers }: IncomingMessage): string | undefined {
  return headers.authorization?.replace(/^Bearer /, '');
}

function note(log: MediaRequest[], request: IncomingMessage, response: ServerResponse): void {
  // Nor what the page asks to learn whether there is a video: two bytes.
  if (request.method === 'OPTIONS' || request.headers.range === 'bytes=0-1') return;
  const one: MediaRequest = {
    path: request.url ?? '',
    range: request.headers.range,
    authorized: request.headers.authorization !== undefined,
    key: keyOf(request),
    bytes: 0,
  };
  log.push(one);
  const { socket } = request;
  const before = socket.bytesWritten;
  response.on('close', () => {
    one.bytes = socket.bytesWritten - before;
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((closed) => {
      server.close(closed);
    });
  }
}

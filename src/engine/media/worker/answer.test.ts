import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { answerVideo, isCurrent, type Answered } from './answer';
import { PIECE_BYTES } from './range';

/** Larger than two pieces, and every byte tells its place. */
const VIDEO = Buffer.alloc(PIECE_BYTES * 2 + 1000, 7);
VIDEO.write('\0\0\0\u0018ftypisom', 0, 'latin1');

let server: Server;
let listener: RequestListener;
let asked: { range: string | undefined; key: string | undefined }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ range: request.headers.range, key: request.headers.authorization });
    listener(request, response);
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a stretch of a protected video', () => {
  it('is asked for with the key, a piece at a time, and told as it came', async () => {
    listener = ranged({});
    const { response, total } = piece(await answer('bytes=0-'));
    expect(asked).toEqual([{ range: `bytes=0-${PIECE_BYTES - 1}`, key: 'Bearer k-1' }]);
    expect(total).toBe(VIDEO.length);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(
      `bytes 0-${PIECE_BYTES - 1}/${VIDEO.length}`,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(VIDEO.subarray(0, PIECE_BYTES))).toBe(true);
  });

  it('may begin anywhere, and ends with the video', async () => {
    listener = ranged({});
    const { response } = piece(await answer(`bytes=${PIECE_BYTES * 2}-`, VIDEO.length));
    expect(response.headers.get('content-range')).toBe(
      `bytes ${PIECE_BYTES * 2}-${VIDEO.length - 1}/${VIDEO.length}`,
    );
    expect((await response.arrayBuffer()).byteLength).toBe(1000);
  });

  it('that calls itself something else is given its name, and its length where that is hidden', async () => {
    listener = ranged({ hidden: true, type: 'application/json' });
    const { response, total } = piece(await answer('bytes=0-'));
    expect(total).toBe(VIDEO.length);
    expect(asked.map(({ range }) => range)).toContain('bytes=0-');
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('content-range')).toBe(
      `bytes 0-${PIECE_BYTES - 1}/${VIDEO.length}`,
    );
  });

  it('past the end is refused as players expect', async () => {
    const range = `bytes */${VIDEO.length}`;
    listener = (_request, response) => response.writeHead(416, { 'content-range': range }).end();
    expect(piece(await answer('bytes=99999999-')).response.status).toBe(416);
    expect(piece(await answer('bytes=99999999-', VIDEO.length)).response.status).toBe(416);
    expect(piece(await answer('bytes=9-2')).response.status).toBe(416);
  });

  it('cannot be had where the service sends no ranges', async () => {
    listener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' }).end(VIDEO);
    };
    expect(await answer('bytes=0-')).toEqual({ kind: 'whole-only' });
  });

  it.each([
    [401, 'application/json', '{"error":{"message":"no"}}'],
    [200, 'video/mp4', '{"url":"https://cdn.test/v.mp4"}'],
    [206, 'video/mp4', '  {"error":"not ready"}'],
    [200, 'text/plain', 'words'],
    [502, 'text/html', '<html>'],
    [200, 'video/mp4', ''],
  ])('is words instead, %i %s %s, which are handed on', async (status, type, body) => {
    listener = (_request, response) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    expect(await answer('bytes=0-')).toEqual({
      kind: 'refused',
      status,
      contentType: type,
      body,
      isElsewhere: false,
    });
  });
});

describe('the headers of a video', () => {
  it('are asked for again before a signed key ends, others never', () => {
    const origin = { url: 'https://a.test/content', headers: {}, redirect: 'follow' } as const;
    expect(isCurrent({ ...origin, until: 1000 }, 999)).toBe(true);
    expect(isCurrent({ ...origin, until: 1000 }, 1000)).toBe(false);
    expect(isCurrent({ ...origin, until: null }, Number.MAX_VALUE)).toBe(true);
  });
});

function answer(range: string, total: number | null = null): Promise<Answered> {
  asked = [];
  const { port } = server.address() as AddressInfo;
  const headers = { Authorization: 'Bearer k-1' };
  const url = `http://127.0.0.1:${port}/content`;
  const origin = { url, headers, until: null, redirect: 'follow' } as const;
  const { signal } = new AbortController();
  return answerVideo({
    range,
    total,
    isVideo: total !== null,
    asksOn: true,
    origin,
    fetch,
    signal,
  });
}

function piece(answered: Answered) {
  if (answered.kind !== 'piece') throw new Error(`no piece: ${JSON.stringify(answered)}`);
  return answered;
}

/** `hidden`: as where a page may not read Content-Range. */
function ranged({ hidden = false, type = 'video/mp4' }): RequestListener {
  return (request, response) => {
    const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
    const part = VIDEO.subarray(Number(from), to === '' ? undefined : Number(to) + 1);
    response.writeHead(206, {
      'content-type': type,
      'content-length': part.length,
      ...(hidden
        ? {}
        : { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${VIDEO.length}` }),
    });
    response.end(part);
  };
}

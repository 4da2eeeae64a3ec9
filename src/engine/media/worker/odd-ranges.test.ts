import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { oddServer, type OddRanges } from '~test/odd-ranges';

import { answerVideo, type Answered, type Asked } from './answer';
import { PIECE_BYTES } from './range';

/** Larger than two pieces; no two stretches are the same, and it is no text. */
const VIDEO = Buffer.alloc(PIECE_BYTES * 2 + 1000);
for (let at = 0; at < VIDEO.length; at += 4) {
  VIDEO.writeUInt32BE((at * 2_654_435 + 128) % 2 ** 32, at);
}
VIDEO.write('\0\0\0\u0018ftypisom', 0, 'latin1');

let server: Server;
let listener: RequestListener;
beforeAll(async () => {
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Comes = 'plays' | 'fails' | 'whole';

/**
 * What becomes of a video larger than two pieces: where the range can be read, and where it is hidden; first passed on
 * as it came, then rebuilt for a browser that would not ask on. `fails`: the player meets what is wrong, and the video is
 * loaded whole because of that.
 */
const COMES: Record<OddRanges, readonly [Comes, Comes, Comes, Comes]> = {
  'promises more than there is': ['plays', 'plays', 'plays', 'plays'],
  'takes pieces for text': ['whole', 'whole', 'fails', 'fails'],
  'takes pieces for text and tells no length': ['fails', 'fails', 'fails', 'whole'],
  'tells a total that is too large': ['plays', 'plays', 'plays', 'plays'],
  'takes a piece for the whole': ['whole', 'whole', 'plays', 'plays'],
  'calls a part the whole': ['whole', 'whole', 'whole', 'whole'],
  'refuses a piece that would end after the end': ['plays', 'plays', 'plays', 'plays'],
  'refuses the last piece': ['whole', 'whole', 'whole', 'whole'],
  'sends many parts for one': ['whole', 'whole', 'whole', 'whole'],
  'compresses pieces': ['whole', 'whole', 'fails', 'fails'],
  'tells no length': ['plays', 'plays', 'plays', 'whole'],
  'breaks off in every piece': ['fails', 'fails', 'fails', 'fails'],
  'begins every piece at the start': ['whole', 'whole', 'fails', 'fails'],
  'misspells the range': ['whole', 'whole', 'plays', 'plays'],
  'tells no total': ['plays', 'plays', 'plays', 'plays'],
  'sends all that follows': ['plays', 'plays', 'plays', 'plays'],
  'sends a little at a time': ['plays', 'plays', 'plays', 'plays'],
  'knows no ranges': ['whole', 'whole', 'whole', 'whole'],
};

test.each(Object.entries(COMES))('a server that %s', async (odd, expected) => {
  const came = [];
  for (const hidden of [false, true]) {
    listener = oddServer(odd as OddRanges, VIDEO, hidden);
    for (const asksOn of [true, false]) {
      came.push(await comes({ asksOn, fetch: hidden ? asPagesSee : fetch }));
    }
  }
  expect(came).toEqual(expected);
});

/** What becomes of the first piece, and of the last one. */
async function comes(options: Pick<Asked, 'asksOn' | 'fetch'>): Promise<string> {
  const first = await answer(0, null, options);
  const total = first.kind === 'piece' ? first.total : null;
  const start = PIECE_BYTES * 2;
  const told = await judged(first, 0);
  return told === 'plays' ? judged(await answer(start, total, options), start) : told;
}

function answer(
  start: number,
  total: number | null,
  options: Pick<Asked, 'asksOn' | 'fetch'>,
): Promise<Answered> {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/content`;
  const origin = { url, headers: {}, until: null, redirect: 'follow' } as const;
  const { signal } = new AbortController();
  const range = `bytes=${start}-`;
  return answerVideo({ range, total, isVideo: start > 0, origin, signal, ...options });
}

/** As a player takes it. */
async function judged(answered: Answered, start: number): Promise<string> {
  if (answered.kind !== 'piece') return answered.kind === 'whole-only' ? 'whole' : answered.kind;
  const { headers } = answered.response;
  const [, from, to] = /^bytes (\d+)-(\d+)\//.exec(headers.get('content-range') ?? '') ?? [];
  try {
    const bytes = Buffer.from(await answered.response.arrayBuffer());
    const length = to === undefined ? headers.get('content-length') : Number(to) - start + 1;
    const isAsTold =
      Number(from ?? start) === start && Number(length ?? bytes.length) === bytes.length;
    const isRight = bytes.equals(VIDEO.subarray(start, start + bytes.length));
    return isAsTold && isRight ? 'plays' : 'fails';
  } catch {
    return 'fails';
  }
}

/** Without the headers that CORS hides. */
const asPagesSee: typeof fetch = async (...request) => {
  const { body, status, headers } = await fetch(...request);
  const seen = ['content-type', 'content-length'].flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Response(body, { status, headers: seen });
};

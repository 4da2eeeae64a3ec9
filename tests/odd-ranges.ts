import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What a request asks for: the first and last byte, and whether the last one was left open. */
interface Wanted {
  start: number;
  end: number;
  open: boolean;
}
type Odd = (response: Reply, bytes: Buffer, wanted: Wanted) => void;

/** Servers that send a whole video well, and get ranges wrong, each in a way of its own. */
export const ODD_RANGES = {
  // As many write it by hand: the end is taken as it was asked for.
  'promises more than there is': (reply, bytes, { start, end }) => {
    reply.part(bytes.subarray(start, end + 1), { range: [start, end], length: end - start + 1 });
  },
  'takes pieces for text': (reply, bytes, { start, end }) => {
    const part = bytes.subarray(start, end + 1);
    const text = Buffer.from(part.toString('utf8'));
    reply.part(text, { range: [start, start + part.length - 1], length: text.length });
  },
  'takes pieces for text and tells no length': (reply, bytes, { start, end }) => {
    const part = bytes.subarray(start, end + 1);
    const range: [number, number] = [start, start + part.length - 1];
    reply.part(Buffer.from(part.toString('utf8')), { range, length: null });
  },
  'tells a total that is too large': (reply, bytes, { start, end }) => {
    if (start >= bytes.length) return reply.refuse('');
    const part = bytes.subarray(start, end + 1);
    reply.part(part, { total: bytes.length + 100_000, range: [start, start + part.length - 1] });
  },
  'takes a piece for the whole': (reply, bytes, { start, end }) => {
    const part = bytes.subarray(start, end + 1);
    const range: [number, number] = [start, start + part.length - 1];
    reply.part(part, { range, total: range[1] + 1 });
  },
  'calls a part the whole': (reply, bytes, { start, end }) => {
    reply.whole(bytes.subarray(start, end + 1));
  },
  'refuses a piece that would end after the end': (reply, bytes, { start, end, open }) => {
    if (!open && end >= bytes.length) return reply.refuse(`bytes */${bytes.length}`);
    reply.part(bytes.subarray(start, end + 1), {});
  },
  'refuses the last piece': (reply, bytes, { start, end }) => {
    if (end >= bytes.length - 1) return reply.refuse(`bytes */${bytes.length}`);
    reply.part(bytes.subarray(start, end + 1), {});
  },
  'sends many parts for one': (reply, bytes, { start, end }) => {
    const part = bytes.subarray(start, end + 1);
    const head = `--b\r\nContent-Type: video/mp4\r\nContent-Range: bytes ${start}-${start + part.length - 1}/${bytes.length}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), part, Buffer.from('\r\n--b--\r\n')]);
    reply.part(body, { type: 'multipart/byteranges; boundary=b', range: null });
  },
  'compresses pieces': (reply, bytes, { start, end }) => {
    const part = bytes.subarray(start, end + 1);
    const range: [number, number] = [start, start + part.length - 1];
    reply.part(gzipSync(part), { range, encoding: 'gzip' });
  },
  'tells no length': (reply, bytes, { start, end }) => {
    reply.part(bytes.subarray(start, end + 1), { length: null });
  },
  'breaks off in every piece': (reply, bytes, { start, end }) => {
    const part = bytes.subarray(start, end + 1);
    const range: [number, number] = [start, start + part.length - 1];
    reply.part(part.subarray(0, Math.ceil(part.length / 2)), { range, length: part.length });
  },
  'begins every piece at the start': (reply, bytes, { start, end }) => {
    reply.part(bytes.subarray(0, end - start + 1), {
      range: [0, Math.min(end - start, bytes.length - 1)],
    });
  },
  'misspells the range': (reply, bytes, { start, end }) => {
    reply.part(bytes.subarray(start, end + 1), { spelt: `bytes=${start}-${end}` });
  },
  'tells no total': (reply, bytes, { start, end }) => {
    const part = bytes.subarray(start, end + 1);
    reply.part(part, { spelt: `bytes ${start}-${start + part.length - 1}/*` });
  },
  'sends all that follows': (reply, bytes, { start }) => {
    reply.part(bytes.subarray(start), {});
  },
  'sends a little at a time': (reply, bytes, { start, end }) => {
    reply.part(bytes.subarray(start, Math.min(end + 1, start + bytes.length / 3)), {});
  },
  'knows no ranges': (reply, bytes) => reply.whole(bytes),
} satisfies Record<string, Odd>;

export type OddRanges = keyof typeof ODD_RANGES;

/** A server that is odd in this way. `hidden`: no page may read its `Content-Range`, as mostly. */
export function oddServer(odd: OddRanges, bytes: Buffer, hidden: boolean): RequestListener {
  return (request, response) => {
    const reply = replyWith(request, response, bytes, hidden);
    const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (!asked) return reply.whole(bytes);
    const start = Number(asked[1]);
    const open = asked[2] === '';
    const end = open ? bytes.length - 1 : Number(asked[2]);
    ODD_RANGES[odd](reply, bytes, { start, end, open });
  };
}

type Reply = ReturnType<typeof replyWith>;

function replyWith(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  hidden: boolean,
) {
  const cors = {
    'access-control-allow-origin': '*',
    ...(hidden
      ? {}
      : { 'access-control-expose-headers': 'content-range, content-encoding, accept-ranges' }),
  };
  const first = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  return {
    whole(body: Buffer) {
      const length = { 'content-length': body.length };
      response.writeHead(200, { ...cors, 'content-type': 'video/mp4', ...length }).end(body);
    },
    refuse(range: string) {
      response.writeHead(416, range === '' ? cors : { ...cors, 'content-range': range }).end();
    },
    /** As it ought to be, but for what is given; null leaves a header out. */
    part(
      body: Buffer,
      given: {
        range?: [start: number, end: number] | null;
        total?: number;
        length?: number | null;
        type?: string;
        encoding?: string;
        spelt?: string;
      },
    ) {
      const { range = [first, first + body.length - 1], length = body.length } = given;
      const spelt =
        given.spelt ?? (range && `bytes ${range[0]}-${range[1]}/${given.total ?? bytes.length}`);
      response.writeHead(206, {
        ...cors,
        'content-type': given.type ?? 'video/mp4',
        ...(length === null ? {} : { 'content-length': length }),
        ...(spelt === null ? {} : { 'content-range': spelt }),
        ...(given.encoding === undefined ? {} : { 'content-encoding': given.encoding }),
      });
      // What promised more is closed, as by a server that has nothing left.
      if (length === null || length <= body.length) response.end(body);
      else response.write(body, () => response.socket?.end());
    },
  };
}

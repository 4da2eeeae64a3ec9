import { startOf, type Piece } from './mp4-start';
import type { Bytes } from './mp4-boxes';

/** What may still be read of one video, in bytes. */
export interface Allowance {
  left: number;
}

/** Asks for the bytes `from` to `to`, without that one. */
export type Ask = (from: number, to: number) => Promise<Response>;

/** The most that is read of one video, in bytes; with headers it stays below 400 kB. */
export const MOST = 390_000;
/** Asked for first, in bytes: enough for the first frame of most clips. */
export const FIRST = 96 * 1024;

/**
 * Files with the first frame of a video in them, best first, read piece by piece. Of a host that knows no ranges the
 * download is stopped once it is there.
 * @param opened the answer for the first bytes, with its body untouched
 */
export async function* startsOf(
  ask: Ask,
  opened: Response,
  allowance: Allowance,
): AsyncGenerator<Blob, void, void> {
  const type = opened.headers.get('content-type') ?? '';
  const head = readHead(ask, opened, allowance);
  let tail: Piece | null = null;
  await head.upTo(FIRST);
  try {
    for (;;) {
      const start = startOf(head.bytes(), tail);
      if (start.kind === 'frame') return yield new Blob(start.parts, { type: 'video/mp4' });
      if (start.kind === 'unknown') break;
      const { from, to } = start;
      if (from === head.bytes().length) {
        if (!(await head.upTo(to)) || head.bytes().length < to) return;
      } else {
        tail = tail || opened.status !== 206 ? null : await pieceAt(ask, from, to, allowance);
        if (tail === null) return;
      }
    }
    yield new Blob([head.bytes()], { type });
    if (await head.upTo(Infinity)) yield new Blob([head.bytes()], { type });
  } finally {
    head.close();
  }
}

/** The rest of an answer that is small: a thumbnail. Null if it is not. */
export async function readWhole(
  ask: Ask,
  opened: Response,
  allowance: Allowance,
): Promise<Blob | null> {
  const head = readHead(ask, opened, allowance);
  const total = Number(/\/(\d+)$/.exec(opened.headers.get('content-range') ?? '')?.[1] ?? Infinity);
  await head.upTo(FIRST);
  // A short piece is all there is, whatever else cannot be read of the answer.
  if (head.bytes().length === FIRST && total > FIRST) await head.upTo(total);
  head.close();
  const type = opened.headers.get('content-type') ?? '';
  return allowance.left > 0 ? new Blob([head.bytes()], { type }) : null;
}

/** The first bytes of a file, as many as were needed so far. */
interface Head {
  bytes(): Bytes;
  /** Reads on; false if nothing came. */
  upTo(end: number): Promise<boolean>;
  close(): void;
}

function readHead(ask: Ask, opened: Response, allowance: Allowance): Head {
  let bytes: Bytes = new Uint8Array();
  let body = opened.body?.getReader();
  return {
    bytes: () => bytes,
    async upTo(end) {
      const before = bytes.length;
      const add = async (): Promise<void> => {
        if (body) bytes = await readOn(body, bytes, end, allowance);
      };
      await add();
      const to = Math.min(end, bytes.length + allowance.left);
      // Of a piece, the next one is asked for; of the whole, there is no more.
      if (bytes.length < end && before > 0 && opened.status === 206 && to > bytes.length) {
        const next = await ask(bytes.length, to);
        body = next.status === 206 ? next.body?.getReader() : undefined;
        if (body === undefined) void next.body?.cancel();
        await add();
      }
      return bytes.length > before;
    },
    close: () => void body?.cancel().catch(() => {}),
  };
}

async function pieceAt(
  ask: Ask,
  from: number,
  to: number,
  allowance: Allowance,
): Promise<Piece | null> {
  const end = Math.min(to, from + allowance.left);
  if (end <= from) return null;
  const response = await ask(from, end);
  const body = response.body?.getReader();
  const bytes =
    body && response.status === 206
      ? await readOn(body, new Uint8Array(), end - from, allowance)
      : null;
  void body?.cancel().catch(() => {});
  return bytes && { at: from, bytes };
}

async function readOn(
  body: ReadableStreamDefaultReader<Bytes>,
  before: Bytes,
  end: number,
  allowance: Allowance,
): Promise<Bytes> {
  const chunks = [before];
  let length = before.length;
  while (length < end && allowance.left > 0) {
    const { done, value } = await body.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    allowance.left -= value.length;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

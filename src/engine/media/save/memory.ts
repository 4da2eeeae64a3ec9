const MB = 1024 * 1024;

/** What is held in memory without asking the person, in bytes: of one video, and of several in one file. */
export const UNASKED = { one: 100 * MB, several: 200 * MB };

/** The most that is ever held, whoever agreed, in bytes: more crashes the tab. */
export const MOST = 1024 * MB;

/** Whether more than `limit` bytes may be held: asks the person, who has perhaps agreed before. */
export type MayHold = (limit: number) => Promise<boolean>;

/** More than may be held. */
export class TooLargeToHold extends Error {
  /** How many, as far as that is known. */
  readonly bytes: number;

  constructor(bytes: number) {
    super('More than may be held in memory');
    this.bytes = bytes;
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Reads a stream to its end, or until it has more than `max` bytes: then `rest` is all of it, from the beginning.
 * @param size in bytes, if it is known: what is too large by it is not read at all
 */
export async function readUpTo(
  stream: ReadableStream<Bytes>,
  max: number,
  size: number | null,
): Promise<{ whole: Bytes[]; rest: null } | { rest: ReadableStream<Bytes> }> {
  if ((size ?? 0) > max) return { rest: stream };
  const whole: Bytes[] = [];
  const reader = stream.getReader();
  for (let bytes = 0; bytes <= max;) {
    const { done, value } = await reader.read();
    if (done) return { whole, rest: null };
    bytes += value.byteLength;
    whole.push(value);
  }
  return { rest: readAgain(whole, reader) };
}

/**
 * Reads all of a stream, and asks before that is much. Rejects with `TooLargeToHold` if it is more than the person, or
 * the page, wants to hold; nobody reads it any more then.
 * @param type of the file
 * @param unasked how much is held without asking, in bytes
 */
export async function hold(
  stream: ReadableStream<Bytes>,
  type: string,
  { unasked, size, mayHold }: { unasked: number; size: number | null; mayHold: MayHold },
  most = MOST,
): Promise<Blob> {
  const start = await readUpTo(stream, unasked, size);
  if (start.rest === null) return new Blob(start.whole, { type });
  if ((size ?? 0) > most || !(await mayHold(unasked))) {
    await start.rest.cancel();
    throw new TooLargeToHold(size ?? unasked);
  }
  return gather(start.rest, type, most);
}

/** How much is handed to the browser at a time, in bytes: some browsers put it on the disk. */
const PORTION = 16 * MB;

async function gather(stream: ReadableStream<Bytes>, type: string, most: number): Promise<Blob> {
  const portions: Blob[] = [];
  let portion: Bytes[] = [];
  let held = 0;
  let bytes = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob([...portions, ...portion], { type });
    bytes += value.byteLength;
    held += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      throw new TooLargeToHold(bytes);
    }
    portion.push(value);
    if (held < PORTION) continue;
    portions.push(new Blob(portion));
    portion = [];
    held = 0;
  }
}

/** What has been read, and then what the reader reads. */
function readAgain(
  first: Bytes[],
  reader: ReadableStreamDefaultReader<Bytes>,
): ReadableStream<Bytes> {
  return new ReadableStream(
    {
      async pull(controller) {
        const known = first.shift();
        if (known) return controller.enqueue(known);
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

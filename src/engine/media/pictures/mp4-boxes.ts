export type Bytes = Uint8Array<ArrayBuffer>;

/** A box of an mp4: where it starts, where its contents do, and where it ends, which may be beyond what is there. */
interface Box {
  type: string;
  at: number;
  body: number;
  end: number;
}

/** The boxes that start in these bytes, one after the other. A box without a size, or without sense, is the last. */
export function* boxesIn(bytes: Bytes, from: number, to = bytes.length): Generator<Box> {
  for (let at = from; at + 8 <= to;) {
    const short = uint32(bytes, at);
    const body = at + (short === 1 ? 16 : 8);
    if (body > to) return;
    const size = short === 1 ? bigAt(bytes, at + 8) : short;
    const type = String.fromCodePoint(...bytes.subarray(at + 4, at + 8));
    // Size 0: to the end of the file, wherever that is.
    const end = short === 0 ? Infinity : at + size;
    yield { type, at, body, end };
    if (end < body) return;
    at = end;
  }
}

/** The boxes at this path that are there whole. */
export function* boxesAt(
  bytes: Bytes,
  [name, ...rest]: readonly string[],
  { body, end }: Pick<Box, 'body' | 'end'> = { body: 0, end: bytes.length },
): Generator<Box> {
  for (const box of boxesIn(bytes, body, Math.min(end, bytes.length))) {
    if (box.type !== name || box.end > bytes.length) continue;
    if (rest.length === 0) yield box;
    else yield* boxesAt(bytes, rest, box);
  }
}

/** 0 where there are no such bytes. */
export function uint32(bytes: Bytes, at: number): number {
  if (at + 4 > bytes.length) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

export function bigAt(bytes: Bytes, at: number): number {
  return uint32(bytes, at) * 2 ** 32 + uint32(bytes, at + 4);
}

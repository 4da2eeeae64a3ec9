import { bigAt, boxesAt, boxesIn, uint32, type Bytes } from './mp4-boxes';

/** Bytes of a file and where in it they stand. */
export interface Piece {
  at: number;
  bytes: Bytes;
}

/** What is there of a video, and what else its first frame needs. */
export type Start =
  /** The bytes `from` to `to`, without that one, as many of them as there are. */
  | { kind: 'needs'; from: number; to: number }
  /** The first frame is in it; no other bytes are. */
  | { kind: 'frame'; parts: Bytes[] }
  /** Another container, or an index without places: a player may know. */
  | { kind: 'unknown' };

/** An index of this size belongs to a video of hours, in bytes. */
const MAX_INDEX = 350_000;

/**
 * What the first frame of an mp4 needs: the index, before or after the pictures, and the first of them. A decoder given
 * half a frame draws the half of it, and paints the rest grey.
 * @param head the first bytes of the file
 * @param tail what was asked for behind the pictures
 */
export function startOf(head: Bytes, tail: Piece | null): Start {
  let end = 0;
  for (const box of boxesIn(head, 0)) {
    if (box.type === 'moov') {
      if (box.end - box.at > MAX_INDEX) return UNKNOWN;
      if (box.end > head.length) return { kind: 'needs', from: head.length, to: box.end };
      return frameIn(head, head.subarray(box.at, box.end), false);
    }
    if (box.type === 'moof' || box.end <= box.at) return UNKNOWN;
    end = box.end;
  }
  if (end < head.length || end === Infinity || !isMp4(head)) return UNKNOWN;
  if (tail === null) return { kind: 'needs', from: end, to: end + MAX_INDEX };
  const [index] = boxesAt(tail.bytes, ['moov']);
  if (!index) return UNKNOWN;
  return frameIn(head, tail.bytes.subarray(index.at, index.end), true);
}

const UNKNOWN: Start = { kind: 'unknown' };

function isMp4(head: Bytes): boolean {
  return [...boxesIn(head, 0)][0]?.type === 'ftyp';
}

function frameIn(head: Bytes, index: Bytes, isBehind: boolean): Start {
  const end = firstFrameEnd(index);
  if (end === null) return UNKNOWN;
  if (end > head.length) return { kind: 'needs', from: head.length, to: end };
  const cut = head.subarray(0, end);
  const pictures = [...boxesIn(cut, 0)].at(-1)?.at ?? 0;
  return {
    kind: 'frame',
    parts: isBehind
      ? [cut.subarray(0, pictures), movedBy(index.length, index), cut.subarray(pictures)]
      : [cut],
  };
}

/** The index for pictures that stand so much later. Where it followed the cut, it would be read as more of them. */
function movedBy(by: number, index: Bytes): Bytes {
  const moved = index.slice();
  const view = new DataView(moved.buffer);
  for (const [name, step] of PLACES) {
    for (const { body, end } of boxesAt(moved, ['moov', 'trak', ...TABLES, name])) {
      const last = Math.min(end, body + 8 + uint32(moved, body + 4) * step);
      for (let at = body + 4 + step; at + 4 <= last; at += step) {
        view.setUint32(at, uint32(moved, at) + by);
      }
    }
  }
  return moved;
}

const TABLES = ['mdia', 'minf', 'stbl'];
/** Where frames stand, and how many bytes each place takes. */
const PLACES = [
  ['stco', 4],
  ['co64', 8],
] as const;

/** Where the first frame of the first track with pictures ends; null if the index does not tell. */
function firstFrameEnd(index: Bytes): number | null {
  for (const track of boxesAt(index, ['moov', 'trak'])) {
    const [handler] = boxesAt(index, ['mdia', 'hdlr'], track);
    if (!handler || uint32(index, handler.body + 8) !== VIDE) continue;
    const [sizes] = boxesAt(index, [...TABLES, 'stsz'], track);
    if (!sizes || uint32(index, sizes.body + 8) === 0) return null;
    const size = uint32(index, sizes.body + 4) || uint32(index, sizes.body + 12);
    const [near] = boxesAt(index, [...TABLES, 'stco'], track);
    const [far] = boxesAt(index, [...TABLES, 'co64'], track);
    const place = near ? uint32(index, near.body + 8) : far ? bigAt(index, far.body + 8) : 0;
    return size > 0 && place > 0 ? place + size : null;
  }
  return null;
}

/** `vide` */
const VIDE = 0x76_69_64_65;

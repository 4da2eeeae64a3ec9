import { readFileSync } from 'node:fs';

/** A clip in WebM. */
export const WEBM = readFileSync(new URL('./e2e/videos/short.webm', import.meta.url));

/** The same mp4 with its index behind the pictures, as encoders write it that do not rewrite their file. */
export function withIndexLast(mp4: Buffer): Buffer {
  const boxes = boxesOf(mp4);
  const index = Buffer.from(boxes.find(({ type }) => type === 'moov')?.bytes ?? []);
  for (const table of tablesIn(index)) {
    const count = index.readUInt32BE(table);
    for (let at = table + 4; at < table + 4 + count * 4; at += 4) {
      index.writeUInt32BE(index.readUInt32BE(at) - index.length, at);
    }
  }
  const others = boxes.filter(({ type }) => type !== 'moov').map(({ bytes }) => bytes);
  return Buffer.concat([...others, index]);
}

/** The same mp4, as large as a test wants it: what is added to its pictures is never shown. */
export function ofSize(mp4: Buffer, size: number): Buffer {
  const padding = Buffer.alloc(size - mp4.length);
  return Buffer.concat(
    boxesOf(mp4).flatMap(({ type, bytes }) => {
      if (type !== 'mdat') return [bytes];
      const longer = Buffer.concat([bytes, padding]);
      longer.writeUInt32BE(longer.length);
      return [longer];
    }),
  );
}

function boxesOf(mp4: Buffer): { type: string; bytes: Buffer }[] {
  const boxes = [];
  for (let at = 0; at < mp4.length;) {
    const size = mp4.readUInt32BE(at);
    const bytes = mp4.subarray(at, at + size);
    boxes.push({ type: bytes.toString('latin1', 4, 8), bytes });
    at += size;
  }
  return boxes;
}

/** Where the tables of places stand: at their counts. */
function tablesIn(index: Buffer): number[] {
  const found = [];
  for (let at = index.indexOf('stco'); at !== -1; at = index.indexOf('stco', at + 1)) {
    found.push(at + 8);
  }
  return found;
}

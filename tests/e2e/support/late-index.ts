/**
 * The same video, larger than two pieces, with its index at the end: no player can do without the last piece. Nothing
 * that the index points at has moved.
 */
export function lateIndex(video: Buffer): Buffer {
  const at = video.indexOf('moov') - 4;
  const index = Buffer.from(video.subarray(at, at + video.readUInt32BE(at)));
  const early = Buffer.from(video);
  early.write('free', at + 4, 'latin1');
  const padding = Buffer.alloc(9_000_000);
  padding.writeUInt32BE(padding.length, 0);
  padding.write('free', 4, 'latin1');
  return Buffer.concat([early, padding, index]);
}

/** Marks are below this: 48 bits, so that among 100,000 tasks one in 50,000 boards has two with the same. */
export const MARKS = 2 ** 48;

/**
 * A task or a name as a number, by which it is known again and from which nothing can be read: 0 to `MARKS` - 1. It is
 * FNV-1a twice, with another beginning.
 */
export function markOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x01000193) ^ (high >>> 15);
  }
  return ((high >>> 0) & 0xffff) * 2 ** 32 + (low >>> 0);
}

/** The same in 32 bits, for the shots of a few days; 0 stands for none. */
export function shortMark(text: string): number {
  return markOf(text) % 2 ** 32 || 1;
}

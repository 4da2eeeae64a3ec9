import { fromBase64, toBase64 } from '~/platform/base64';

/** The longest part of a link, in characters, that chats and browsers carry whole; more goes into a file. */
export const LONGEST_LINK = 30_000;
/** The longest text that goes into one, in characters: more than a thousand tasks that say much. */
export const LONGEST_LINK_TEXT = 2_000_000;
/** One character is up to three bytes. */
const MOST_BYTES = 3 * LONGEST_LINK_TEXT;

/** Whether a text that became this part of a link can be opened from it. */
export function fitsLink(text: string, part: string): boolean {
  return text.length <= LONGEST_LINK_TEXT && part.length <= LONGEST_LINK;
}

/** The text of a file as it stands in a link: compressed, in letters that no address has to encode. */
export async function toLinkText(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text again; null if the link was cut, is not one of these, or is longer than any. */
export async function fromLinkText(text: string): Promise<string | null> {
  if (text.length > LONGEST_LINK) return null;
  try {
    const bytes = fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
    const whole = await through(bytes, new DecompressionStream('deflate-raw'));
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return null;
  }
}

/** @throws {RangeError} if more comes out than a link may hold: a short one can unpack to a thousand times as much */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const read = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await read.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await read.cancel();
      throw new RangeError('too large');
    }
    parts.push(value);
  }
}

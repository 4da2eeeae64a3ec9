/** Reads at most `max` bytes of a body in chunks; if it is longer, cancels the stream and returns null. */
export async function readChunks(
  response: Response,
  max: number,
  onChunk: (total: number, first: Uint8Array<ArrayBuffer>) => boolean | void,
): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  if (!reader) return chunks;
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    if (value.byteLength === 0) continue;
    chunks.push(value);
    total += value.byteLength;
    if (total > max || onChunk(total, chunks[0] ?? value) === false) {
      // A failed cancel changes nothing: the answer is refused either way.
      await reader.cancel().catch(() => undefined);
      return null;
    }
  }
}

/** The body as text, in the charset its header names; null if it has more than `max` bytes. */
export async function readText(response: Response, max: number): Promise<string | null> {
  const chunks = await readChunks(response, max, () => undefined);
  if (chunks === null) return null;
  const decoder = decoderFor(response.headers.get('content-type') ?? '');
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

/** UTF-8 unless the header names another charset that the browser knows. */
function decoderFor(contentType: string): TextDecoder {
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

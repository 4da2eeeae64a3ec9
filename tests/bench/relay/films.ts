import { Agent, request } from 'node:http';

/** A film in which no stretch is like another, so that a byte in the wrong place shows. */
export function makeFilm(bytes: number): Buffer {
  const film = Buffer.alloc(bytes);
  let state = 1;
  for (let index = 0; index < bytes; index += 4) {
    // Marsaglia's xorshift: the same film each time.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    film.writeInt32LE(state | 0, index);
  }
  return film;
}

/** All clients ask at once, each for its own range. Resolves with what was wrong with the answers. */
export async function askRanges(
  address: string,
  film: Buffer,
  { clients, bytes }: { clients: number; bytes: number },
): Promise<string[]> {
  const agent = new Agent({ maxSockets: clients });
  const starts = Array.from({ length: clients }, (_, client) =>
    Math.floor((client * (film.length - bytes)) / clients),
  );
  const faults = await Promise.all(
    starts.map(async (start) => {
      const part = film.subarray(start, start + bytes);
      return askRange(address, agent, { start, part, length: film.length });
    }),
  );
  agent.destroy();
  return faults.filter((fault) => fault !== null);
}

/** Compared as it comes: 200 ranges of some MB are not kept. */
function askRange(
  address: string,
  agent: Agent,
  { start, part, length }: { start: number; part: Buffer; length: number },
): Promise<string | null> {
  const last = start + part.length - 1;
  return new Promise((resolve) => {
    const asked = request(address, { agent, headers: { Range: `bytes=${start}-${last}` } });
    asked.on('error', ({ message }) => resolve(message));
    asked.on('response', (answer) => {
      let at = 0;
      let fault: string | null = null;
      const range = answer.headers['content-range'];
      if (answer.statusCode !== 206) fault = `status ${answer.statusCode}`;
      else if (range !== `bytes ${start}-${last}/${length}`) fault = `range ${range}`;
      answer.on('data', (bytes: Buffer) => {
        if (!bytes.equals(part.subarray(at, at + bytes.length))) fault ??= `other bytes at ${at}`;
        at += bytes.length;
      });
      answer.on('error', ({ message }) => resolve(message));
      answer.on('end', () => resolve(fault ?? (at === part.length ? null : `${at} bytes`)));
    });
    asked.end();
  });
}

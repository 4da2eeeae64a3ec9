import { createSocket } from 'node:dgram';

/** A name server: every name below `.test` is this machine, except those with `gone`, which do not exist. */
export async function startNames(): Promise<{ address: string; stop: () => void }> {
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) => {
    socket.send(answerTo(question), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  return { address: `127.0.0.1:${port}`, stop: () => socket.close() };
}

/** RFC 1035, 4: the question again, with one address (type A), none (other types), or NXDOMAIN. */
function answerTo(question: Buffer): Buffer {
  let end = 12;
  let name = '';
  for (let length = question[end] ?? 0; length > 0; length = question[end] ?? 0) {
    name += `${question.toString('latin1', end + 1, end + 1 + length)}.`;
    end += length + 1;
  }
  const asked = question.subarray(12, end + 5);
  const wantsAddress = question.readUInt16BE(end + 1) === 1;
  const isKnown = name.endsWith('.test.') && !name.includes('gone');
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(isKnown ? 0x81_80 : 0x81_83, 2);
  header.writeUInt16BE(1, 4);
  if (!isKnown || !wantsAddress) return Buffer.concat([header, asked]);
  header.writeUInt16BE(1, 6);
  const record = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1]);
  return Buffer.concat([header, asked, record]);
}

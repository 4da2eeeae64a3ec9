import { expect, test } from 'vitest';

import { giveAway, takeOver } from './pieces';

/** A stream that counts what was taken out of it. */
function aStream(pieces: readonly number[], end: 'closes' | 'breaks' = 'closes') {
  let taken = 0;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = pieces[taken];
        taken += 1;
        if (next !== undefined) controller.enqueue(new Uint8Array([next]));
        else if (end === 'closes') controller.close();
        else controller.error(new Error('gone'));
      },
      cancel: () => {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const { port1, port2 } = new MessageChannel();
  giveAway(stream, port1);
  return { other: takeOver(port2).getReader(), taken: () => taken, cancelled: () => cancelled };
}

test('what is given away arrives whole and in order, and ends', async () => {
  const { other } = aStream([1, 2, 3]);
  const read: number[] = [];
  for (let one = await other.read(); !one.done; one = await other.read()) read.push(...one.value);
  expect(read).toEqual([1, 2, 3]);
});

test('a piece is taken only when somebody wants it', async () => {
  const { other, taken } = aStream([1, 2, 3]);
  await other.read();
  expect(taken()).toBe(1);
});

test('what breaks off breaks off at the other end', async () => {
  const { other } = aStream([1], 'breaks');
  await other.read();
  await expect(other.read()).rejects.toThrow('broke off');
});

test('who stops the other end stops it', async () => {
  const { other, cancelled } = aStream([1, 2]);
  await other.read();
  await other.cancel();
  await expect.poll(cancelled).toBe(true);
});

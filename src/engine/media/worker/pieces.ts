/** From the worker: the next piece is wanted, or none any more. */
type Wish = 'next' | 'stop';
/** From the page: a piece, the end, or that it broke off. */
type Piece = Uint8Array<ArrayBuffer> | 'end' | 'broken';

/**
 * Gives a stream away by a port, each piece when it is wanted, so that neither side holds more than one. WebKit cannot
 * transfer a stream itself.
 */
export function giveAway(stream: ReadableStream<Uint8Array>, port: MessagePort): void {
  const reader = stream.getReader();
  const tell = (piece: Piece): void => port.postMessage(piece);
  port.addEventListener('message', ({ data }: MessageEvent<Wish>) => {
    if (data === 'stop') reader.cancel().catch(() => {});
    else if (data === 'next') {
      reader.read().then(
        ({ done, value }) => tell(done ? 'end' : (value as Uint8Array<ArrayBuffer>)),
        () => tell('broken'),
      );
    }
  });
  port.start();
}

/** The stream at the other end of the port. */
export function takeOver(port: MessagePort): ReadableStream<Uint8Array<ArrayBuffer>> {
  const wish = (what: Wish): void => port.postMessage(what);
  return new ReadableStream(
    {
      pull: (controller) =>
        new Promise((resolve) => {
          const take = ({ data }: MessageEvent<Piece>): void => {
            if (data === 'end') controller.close();
            else if (data === 'broken') controller.error(new Error('the stream broke off'));
            else controller.enqueue(data);
            resolve();
          };
          port.addEventListener('message', take, { once: true });
          port.start();
          wish('next');
        }),
      cancel: () => wish('stop'),
    },
    { highWaterMark: 0 },
  );
}

/**
 * A stream that tells when it has been read to its end; rejects where it broke off, nobody wanted it any more, or
 * `signal` was aborted, also while nobody reads it: the person may have paused the browser's download.
 */
export function watched(
  bytes: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): { stream: ReadableStream<Uint8Array>; ended: Promise<void> } {
  const reader = bytes.getReader();
  let resolve = (): void => {};
  let reject = (_reason: Error): void => {};
  const ended = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Whoever waits for it hears of it; nobody has to.
  ended.catch(() => {});
  const stop = (reason: string): Promise<void> => {
    const error = new DOMException(reason, 'AbortError');
    reject(error);
    return reader.cancel(error).catch(() => {});
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const abort = (): void => {
          controller.error(signal.reason);
          void stop('The person stopped it');
        };
        if (signal.aborted) abort();
        else signal.addEventListener('abort', abort, { once: true });
        void ended
          .catch(() => {})
          .finally(() => {
            signal.removeEventListener('abort', abort);
          });
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          // What ended while it was read has been told already.
          if (signal.aborted) return;
          if (!done) return controller.enqueue(value);
          controller.close();
          resolve();
        } catch (error) {
          controller.error(error);
          reject(error instanceof Error ? error : new Error('the stream broke off'));
        }
      },
      cancel: () => stop('The browser stopped the download'),
    },
    { highWaterMark: 0 },
  );
  return { stream, ended };
}

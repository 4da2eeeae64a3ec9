/**
 * A stream with a promise for its end. The promise rejects if the stream breaks off, is cancelled, or `signal` is
 * aborted, even while nobody is reading: the person may have paused the browser's download.
 */
export function watchEnd(
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
  // Callers may ignore the promise, so a rejection must not count as unhandled.
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
          // If it ended while being read, that has been reported already.
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

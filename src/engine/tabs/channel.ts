import * as v from 'valibot';

/** Messages between the tabs of this page. They may come from another version, so a schema validates each one. */
interface Channel<M> {
  post(message: M): void;
  listen(onMessage: (message: M) => void): void;
  close(): void;
}

/**
 * Opens the channel. Messages that do not match the schema (from an older or newer page in another tab) are ignored.
 * Without BroadcastChannel, nothing is sent or received.
 */
export function openChannel<M>(name: string, schema: v.GenericSchema<unknown, M>): Channel<M> {
  if (typeof BroadcastChannel === 'undefined')
    return { post: () => {}, listen: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  let closed = false;
  return {
    post(message) {
      // After closing, postMessage would throw into whatever was still running when the page stopped.
      if (!closed) channel.postMessage(message);
    },
    listen(onMessage) {
      channel.addEventListener('message', (event: MessageEvent<unknown>) => {
        const parsed = v.safeParse(schema, event.data);
        if (parsed.success) onMessage(parsed.output);
      });
    },
    close() {
      closed = true;
      channel.close();
    },
  };
}

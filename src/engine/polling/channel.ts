import * as v from 'valibot';

/** Messages between the tabs of this page: an edge, so every one is read by a schema. */
export interface Channel<M> {
  post(message: M): void;
  close(): void;
}

/**
 * Opens the channel. Messages that do not fit the schema (an older or newer page in another tab) are passed over.
 * Without BroadcastChannel the tab simply hears nobody.
 */
export function openChannel<M>(
  name: string,
  schema: v.GenericSchema<unknown, M>,
  onMessage: (message: M) => void,
): Channel<M> {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const parsed = v.safeParse(schema, event.data);
    if (parsed.success) onMessage(parsed.output);
  });
  let closed = false;
  return {
    post(message) {
      // A closed one would throw, into whatever was still on its way when the page stopped.
      if (!closed) channel.postMessage(message);
    },
    close() {
      closed = true;
      channel.close();
    },
  };
}

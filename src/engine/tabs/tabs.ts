import { openChannel } from './channel';
import { createIncoming, type IncomingOptions } from './incoming';
import { messageSchema, type Message } from './messages';
import { createOutgoing } from './outgoing';

/** How long, in ms, a tab may take from reading the storage to receiving messages. */
const OPENING_MS = 10_000;

/**
 * Joins the tabs of this browser: what happens here is told to the others, and what they say happens here as well, from
 * `elsewhere`. The returned function leaves them.
 */
export function joinTabs(
  options: Omit<IncomingOptions, 'post'> & {
    /** When all stored tasks are known; null if they are. What other tabs say may be about any of them. */
    whole: Promise<void> | null;
  },
): () => void {
  const { state, vault, bus, now, whole } = options;
  const channel = openChannel<Message>('rushes', messageSchema);
  const outgoing = createOutgoing(state, vault, channel.post);
  bus.onAny((event, from) => {
    if (from === 'here') outgoing(event);
  });
  let hasLeft = false;
  const since = now() - OPENING_MS;
  const listen = (): void => {
    if (hasLeft) return;
    channel.listen(createIncoming({ ...options, post: channel.post }));
    bus.emit({ type: 'hello', since });
  };
  if (whole) void whole.then(listen);
  else listen();
  return () => {
    hasLeft = true;
    channel.close();
  };
}

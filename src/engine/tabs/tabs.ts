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
export function joinTabs(options: Omit<IncomingOptions, 'post'>): () => void {
  const { state, vault, bus, now } = options;
  const channel = openChannel<Message>('rushes', messageSchema);
  const outgoing = createOutgoing(state, vault, channel.post);
  bus.onAny((event, from) => {
    if (from === 'here') outgoing(event);
  });
  channel.listen(createIncoming({ ...options, post: channel.post }));
  bus.emit({ type: 'hello', since: now() - OPENING_MS });
  return channel.close;
}

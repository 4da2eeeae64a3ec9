import { refKey } from '~/core/answer';
import type { Connection } from '~/core/connection';
import type { EngineEvent, EventOf } from '~/engine/bus';
import { teamConnections, type EngineState } from '~/engine/state';
import { storedOf } from '~/engine/storage/tracked-row';
import type { Vault } from '~/engine/storage/vault';

import type { Message } from './messages';

/** What is posted for an event of each type that happened in this tab. */
export type Outgoing = { [Type in EngineEvent['type']]: (event: EventOf<Type>) => void };

/** Posts what other tabs must hear, in the form in which it travels, which older builds read too. */
export function createOutgoing(
  state: EngineState,
  vault: Vault,
  post: (message: Message) => void,
): Outgoing {
  const nothing = (): void => {};
  return {
    hello(event) {
      post(event);
      void postKeys(teamConnections(state), vault, post);
    },
    beat: post,
    added: ({ tasks, answers }) => post({ type: 'tracked', tasks: tasks.map(storedOf), answers }),
    changed: ({ tasks }) => post({ type: 'tracked', tasks: tasks.map(storedOf) }),
    removed: post,
    answered: ({ ref, after }) => post({ type: 'answers', answers: [[refKey(ref), after]] }),
    key: ({ connection }) =>
      void keyMessage(connection, vault).then((message) => {
        // Forgotten while it was sealed.
        if (state.connections.getState().connections.has(connection.id)) post(message);
      }),
    forgot: post,
    'need-key': post,
    // Where each tab asks for itself, one question is enough.
    check(event) {
      if (!state.status.getState().leading) post(event);
    },
    'on-screen': post,
    path: ({ base, path }) => post({ type: 'path', base, path }),
    scheme: post,
    paused: post,
    visible: post,
    'new-scheme': nothing,
    limited: nothing,
    doubted: nothing,
    watched: nothing,
  };
}

/** Posts the keys that this tab can hand over. */
export async function postKeys(
  connections: Iterable<Connection>,
  vault: Vault,
  post: (message: Message) => void,
): Promise<void> {
  for (const connection of connections) {
    const message = await keyMessage(connection, vault);
    if (message.sealed || connection.kind === 'team') post(message);
  }
}

async function keyMessage(
  connection: Connection,
  vault: Vault,
): Promise<Extract<Message, { type: 'key' }>> {
  const { id, keep } = connection;
  return { type: 'key', connection, sealed: await vault.sealed(id), keep };
}

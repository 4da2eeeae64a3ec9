import { refKey } from '~/core/answer';
import type { Connection } from '~/core/connection';
import type { EngineEvent } from '~/engine/bus';
import { teamConnections, type EngineState } from '~/engine/state';
import { storedOf } from '~/engine/storage/tracked-row';
import type { Vault } from '~/engine/storage/vault';

import type { Message } from './messages';

/** Posts what other tabs must hear of, in the form in which it travels, which older builds read too. */
export function createOutgoing(
  state: EngineState,
  vault: Vault,
  post: (message: Message) => void,
): (event: EngineEvent) => void {
  const postKey = async (connection: Connection): Promise<void> => {
    const message = await keyMessage(connection, vault);
    // It may have been forgotten while it was sealed.
    if (state.connections.getState().connections.has(connection.id)) post(message);
  };
  return (event) => {
    switch (event.type) {
      case 'stored':
      case 'new-scheme':
      case 'limited':
      case 'unlimited':
      case 'service-back':
      case 'doubted':
      case 'watched':
        return;
      case 'hello':
        post(event);
        return void postKeys(teamConnections(state), vault, post);
      case 'added':
        return post({
          type: 'tracked',
          tasks: event.tasks.map(storedOf),
          answers: event.answers,
        });
      case 'changed':
        return post({ type: 'tracked', tasks: event.tasks.map(storedOf) });
      case 'answered':
        return post({ type: 'answers', answers: [[refKey(event.ref), event.after]] });
      case 'key':
        return void postKey(event.connection);
      case 'check':
        // The tab that asks needs nobody's help.
        return state.status.getState().leading ? undefined : post(event);
      case 'path':
        return post({ type: 'path', base: event.base, path: event.path });
      case 'beat':
      case 'removed':
      case 'forgot':
      case 'need-key':
      case 'on-screen':
      case 'scheme':
      case 'paused':
      case 'visible':
      case 'feeds':
        post(event);
    }
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

import type { Connection } from '~/core/connection';
import type { MessageKey } from '~/i18n/message-key';

/** Why a connection cannot be used. If a relay adds the key, nobody here can fix it. */
export function lossName(connection: Connection): MessageKey {
  return connection.kind === 'team' ? 'connections.notLetIn' : 'connections.needsKey';
}

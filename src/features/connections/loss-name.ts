import { isTeamKey, type Connection } from '~/core/connection';
import type { MessageKey } from '~/i18n/message-key';

/** What is said of a connection that cannot be used. Where the relay adds the key, nobody here can mend one. */
export function lossName(connection: Connection): MessageKey {
  return isTeamKey(connection) ? 'connections.notLetIn' : 'connections.needsKey';
}

import { TEAM_KEY_HINT, type Connection } from '~/core/connection';
import type { MessageKey } from '~/i18n/message-key';

/** What is said of a connection that cannot be used. Where the relay adds the key, nobody here can mend one. */
export function lossName({ hint }: Connection): MessageKey {
  return hint === TEAM_KEY_HINT ? 'connections.notLetIn' : 'connections.needsKey';
}

import type { Connection } from '~/core/connection';

import type { Translate } from './i18n';

/** How a connection's key is shown: its mask, or the label for a key that a relay adds. */
export function keyName(connection: Connection, t: Translate): string {
  return connection.kind === 'team' ? t('ui.teamKey') : connection.hint;
}

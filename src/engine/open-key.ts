import { BY_RELAY, type SentKey } from '~/core/connection';
import type { EngineState } from './state';

import type { Vault } from '~/engine/storage/vault';

/** What a connection's requests are made with; null if its key is not in this browser. */
export function openKey(state: EngineState, vault: Vault, connectionId: string): SentKey | null {
  const connection = state.connections.getState().connections.get(connectionId);
  return connection?.kind === 'team' ? BY_RELAY : vault.open(connectionId);
}

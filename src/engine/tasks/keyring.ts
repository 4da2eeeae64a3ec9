import type { KeepKey } from '~/core/connection';
import { maskKey } from '~/core/mask';
import type { Rows } from '~/engine/storage/rows';
import type { Vault } from '~/engine/storage/vault';

import type { Message } from './messages';
import { newId } from './new-id';
import { dropConnection, putConnection, type EngineState } from './state';

export interface KeyringOptions {
  state: EngineState;
  vault: Vault;
  rows: Rows;
  now: () => number;
  post: (message: Message) => void;
  /** A connection has another key: what its old one was told to wait no longer holds. */
  onNewKey: (connectionId: string) => void;
  /** A key came: cards that waited for one go on. */
  onKey: (connectionId: string) => void;
}

/** Connections and their keys: which key is whose, and where it is remembered. */
export interface Keyring {
  /** Keeps a pasted key; the same key pasted again is the same connection. Returns its id. */
  keep(base: string, apiKey: string, keep: KeepKey): Promise<string>;
  replace(connectionId: string, apiKey: string, keep: KeepKey): Promise<void>;
  forget(connectionId: string): Promise<void>;
}

export function createKeyring(options: KeyringOptions): Keyring {
  const { state, vault, rows, now, post } = options;
  const store = async (id: string, base: string, apiKey: string, keep: KeepKey): Promise<void> => {
    const addedAt = state.connections.getState().connections.get(id)?.addedAt ?? now();
    const connection = { id, base, hint: maskKey(apiKey), keep, addedAt };
    if (vault.open(id) !== apiKey) options.onNewKey(id);
    const kept = vault.keep(id, apiKey, keep);
    // At once: the same key, pasted again meanwhile, has to find it.
    putConnection(state, connection, null);
    await kept;
    await rows.putConnection(connection);
    post({ type: 'key', connection, sealed: await vault.sealed(id), keep });
    options.onKey(id);
  };
  return {
    async keep(base, apiKey, keep) {
      const { connections, needKey } = state.connections.getState();
      const ofService = [...connections.values()].filter((connection) => connection.base === base);
      const ids = ofService.map((connection) => connection.id);
      const hint = maskKey(apiKey);
      // A key that was forgotten with its tab and is pasted again revives its old connection.
      const revived = ofService.find(({ id, hint: old }) => needKey.has(id) && old === hint)?.id;
      const id = vault.find(ids, apiKey) ?? revived ?? newId();
      await store(id, base, apiKey, keep);
      return id;
    },
    async replace(connectionId, apiKey, keep) {
      const connection = state.connections.getState().connections.get(connectionId);
      if (connection) await store(connectionId, connection.base, apiKey, keep);
    },
    async forget(connectionId) {
      dropConnection(state, connectionId);
      post({ type: 'forgot', connectionId });
      await vault.forget(connectionId);
      await rows.removeConnection(connectionId);
    },
  };
}

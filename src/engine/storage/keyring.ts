import { BY_RELAY, type Connection, type KeepKey, type SentKey } from '~/core/connection';
import { maskKey } from '~/core/mask';
import { openKey } from '~/engine/open-key';
import type { Rows } from './rows';
import type { Vault } from './vault';

import { askToPersist } from '~/platform/lasting-storage';
import { newId } from '~/platform/new-id';
import type { Bus } from '~/engine/bus';
import type { EngineState } from '~/engine/state';

/** What the keyring needs from the engine. */
interface KeyringOptions {
  state: EngineState;
  vault: Vault;
  rows: Rows;
  now: () => number;
  bus: Bus;
}

/** Connections and their keys: which key belongs to which service, and where it is stored. */
export interface Keyring {
  /** Stores a pasted key and returns its connection's id; pasting the same key again gives the same connection. */
  keep(base: string, apiKey: SentKey, keep: KeepKey): Promise<string>;
  replace(connectionId: string, apiKey: string, keep: KeepKey): Promise<void>;
  forget(connectionId: string): Promise<void>;
  /** The person's own keys that can be used, for an encrypted backup alone. */
  all(): { base: string; apiKey: string; keep: KeepKey }[];
  /** The service that this key is stored for; null if it is new. */
  serviceOf(apiKey: string): string | null;
}

/** A keyring on this engine's state and vault. */
export function createKeyring(options: KeyringOptions): Keyring {
  const { state, vault, rows, now, bus } = options;
  bus.on('forgot', ({ connectionId }, from) => {
    if (from === 'elsewhere') void vault.forget(connectionId);
  });
  const store = async (id: string, base: string, apiKey: SentKey, keep: KeepKey): Promise<void> => {
    const before = state.connections.getState().connections.get(id);
    const common = { ...before, id, base, keep, addedAt: before?.addedAt ?? now() };
    const connection: Connection =
      apiKey === BY_RELAY
        ? { ...common, kind: 'team', hint: '' }
        : { ...common, kind: 'own', hint: maskKey(apiKey) };
    const isNew = openKey(state, vault, id) !== apiKey;
    const kept = apiKey === BY_RELAY ? null : vault.keep(id, apiKey, keep);
    // At once, so that the same key, pasted again meanwhile, finds it.
    bus.emit({ type: 'key', connection, loss: null, isNew, resumes: true });
    await kept;
    await rows.putConnection(connection);
    if (keep === 'device') void askToPersist();
  };
  return {
    async keep(base, apiKey, keep) {
      const { connections, needKey } = state.connections.getState();
      const ofService = [...connections.values()].filter((connection) => connection.base === base);
      const known = (): string | null => {
        if (apiKey === BY_RELAY) return ofService.find(({ kind }) => kind === 'team')?.id ?? null;
        const ids = ofService.map((connection) => connection.id);
        const hint = maskKey(apiKey);
        // A key that was lost with its tab revives its old connection when it is pasted again.
        const revived = ofService.find(({ id, hint: old }) => needKey.has(id) && old === hint)?.id;
        return vault.find(ids, apiKey) ?? revived ?? null;
      };
      const id = known() ?? newId();
      await store(id, base, apiKey, keep);
      return id;
    },
    async replace(connectionId, apiKey, keep) {
      const connection = state.connections.getState().connections.get(connectionId);
      if (connection?.kind === 'own') await store(connectionId, connection.base, apiKey, keep);
    },
    async forget(connectionId) {
      if (state.connections.getState().connections.get(connectionId)?.kind === 'team') return;
      bus.emit({ type: 'forgot', connectionId });
      await vault.forget(connectionId);
      await rows.removeConnection(connectionId);
    },
    all() {
      const own = [...state.connections.getState().connections.values()];
      return own.flatMap(({ id, base, keep }) => {
        const apiKey = vault.open(id);
        return apiKey === null ? [] : [{ base, apiKey, keep }];
      });
    },
    serviceOf(apiKey) {
      const { connections } = state.connections.getState();
      return connections.get(vault.find([...connections.keys()], apiKey) ?? '')?.base ?? null;
    },
  };
}

import type { KeepKey } from '~/core/connection';

import { fromBase64, toBase64 } from '~/platform/base64';
import { canSeal } from '~/platform/can-seal';
import type { Db } from './db';
import { besideValue, isNewer, readRow, sealedSchema, writeRow, type Sealed } from './schema';

/**
 * The only place that holds keys. In memory they are plain; everywhere else they are encrypted with AES-GCM under a
 * non-extractable WebCrypto key in IndexedDB, so no script, export or backup of this page can read them.
 */
export interface Vault {
  /** Reads what this tab and this device have stored. Returns the ids of connections with a key. */
  load(connectionIds: readonly string[]): Promise<string[]>;
  keep(connectionId: string, apiKey: string, keep: KeepKey): Promise<void>;
  /** The plain key, only for the Authorization header. */
  open(connectionId: string): string | null;
  /** The connection among `ids` that has this key. */
  find(ids: readonly string[], apiKey: string): string | null;
  forget(connectionId: string): Promise<void>;
  /** The encrypted key, to send to another tab of this browser. */
  sealed(connectionId: string): Promise<Sealed | null>;
  /** Accepts an encrypted key from another tab. False if it cannot be decrypted. */
  accept(connectionId: string, sealed: Sealed, keep: KeepKey): Promise<boolean>;
}

const MASTER = 'vault';
const KEY = 'key ';

/** A vault on this device's database and this tab's session storage; null if there is none. */
export function createVault(db: Db, tab: Storage | null): Vault {
  const plain = new Map<string, string>();
  let master: Promise<CryptoKey | null> | null = null;
  let kept = new Map<string, unknown>();
  /** Sealed keys as last read or written here, with fields that only a newer build knows. */
  const known = new Map<string, Sealed>();

  const masterKey = (): Promise<CryptoKey | null> => (master ??= readMaster(db, kept.get(MASTER)));

  const seal = async (apiKey: string): Promise<Sealed | null> => {
    const key = await masterKey();
    if (!key) return null;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      key,
      new TextEncoder().encode(apiKey),
    );
    return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
  };

  const unseal = async (sealed: Sealed): Promise<string | null> => {
    const key = await masterKey();
    if (!key) return null;
    try {
      const iv = fromBase64(sealed.iv);
      const data = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv },
        key,
        fromBase64(sealed.data),
      );
      return new TextDecoder().decode(data);
    } catch {
      // Encrypted with a vault key that is gone (storage was cleared): the person is asked for the key again.
      return null;
    }
  };

  const remember = (connectionId: string, sealed: Sealed): Sealed => {
    const whole = { ...known.get(connectionId), ...sealed };
    known.set(connectionId, whole);
    return whole;
  };

  const write = async (
    connectionId: string,
    fresh: Sealed | null,
    keep: KeepKey,
  ): Promise<void> => {
    const name = KEY + connectionId;
    tab?.removeItem(name);
    await db.remove(keep === 'tab' ? [name] : []);
    // Without WebCrypto (a page on plain http), keys stay in memory and are lost on reload.
    if (!fresh) return;
    const sealed = remember(connectionId, fresh);
    if (keep === 'tab') return saveInTab(tab, name, JSON.stringify(sealed));
    // A newer build's row is left alone: the key is then kept in memory only.
    if (isNewer(kept.get(name))) return;
    await db.put([[name, writeRow(sealed, besideValue(kept.get(name)) ?? {})]]);
  };

  return {
    async load(connectionIds) {
      kept = new Map(await db.read([MASTER, ...connectionIds.map((id) => KEY + id)]));
      for (const id of connectionIds) {
        const sealed = readSealed(kept.get(KEY + id)) ?? readTab(tab, KEY + id);
        if (sealed) remember(id, sealed);
        const apiKey = sealed && (await unseal(sealed));
        if (apiKey) plain.set(id, apiKey);
      }
      return [...plain.keys()];
    },
    async keep(connectionId, apiKey, keep) {
      plain.set(connectionId, apiKey);
      await write(connectionId, await seal(apiKey), keep);
    },
    open: (connectionId) => plain.get(connectionId) ?? null,
    find: (ids, apiKey) => ids.find((id) => plain.get(id) === apiKey) ?? null,
    async forget(connectionId) {
      plain.delete(connectionId);
      known.delete(connectionId);
      kept.delete(KEY + connectionId);
      tab?.removeItem(KEY + connectionId);
      await db.remove([KEY + connectionId]);
    },
    async sealed(connectionId) {
      const apiKey = plain.get(connectionId);
      const sealed = apiKey === undefined ? null : await seal(apiKey);
      return sealed && { ...known.get(connectionId), ...sealed };
    },
    async accept(connectionId, sealed, keep) {
      const apiKey = await unseal(sealed);
      if (apiKey === null) return false;
      plain.set(connectionId, apiKey);
      const whole = remember(connectionId, sealed);
      if (keep === 'tab') saveInTab(tab, KEY + connectionId, JSON.stringify(whole));
      return true;
    },
  };
}

async function readMaster(db: Db, kept: unknown): Promise<CryptoKey | null> {
  // Plain http has neither, nor the global `CryptoKey`.
  if (!canSeal()) return null;
  if (kept instanceof CryptoKey) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs may start at the same moment: the key stored first is used by both.
  const stored = await db.claim(MASTER, made);
  return stored instanceof CryptoKey ? stored : made;
}

function readSealed(row: unknown): Sealed | null {
  return row === undefined ? null : readRow(sealedSchema, row);
}

function readTab(tab: Storage | null, name: string): Sealed | null {
  try {
    return readSealed(writeRow(JSON.parse(tab?.getItem(name) ?? 'null')));
  } catch {
    return null;
  }
}

function saveInTab(tab: Storage | null, name: string, value: string): void {
  try {
    tab?.setItem(name, value);
  } catch {
    // If session storage is full or forbidden, the key must be pasted again after a reload.
  }
}

import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { openDb } from './db';
import { createVault } from './vault';

const KEY = 'sk-Vb3kAAAABBBBCCCCDDDD9f2c';
let databases = 0;
const fresh = () => {
  const tab = new MemoryStorage();
  const db = openDb(`vault-test-${++databases}`, () => {});
  return { db, tab, vault: createVault(db, tab) };
};

afterEach(() => vi.unstubAllGlobals());

describe('vault', () => {
  it('keeps a key in memory alone on plain http, where browsers have no cryptography', async () => {
    vi.stubGlobal('CryptoKey', undefined);
    vi.stubGlobal('crypto', {});
    const { db, tab, vault } = fresh();
    await vault.load([]);
    await vault.keep('one', KEY, 'device');
    expect(vault.open('one')).toBe(KEY);
    expect(await vault.sealed('one')).toBeNull();
    expect([await db.load(), tab.dump()]).toEqual([[], {}]);
  });

  it('keeps a key for this tab across a reload, and never in the open', async () => {
    const { db, tab, vault } = fresh();
    await vault.load([]);
    await vault.keep('one', KEY, 'tab');
    expect(JSON.stringify(tab.dump())).not.toContain('Vb3k');
    expect((await db.load()).map(([name]) => name)).toEqual(['vault']);

    const reloaded = createVault(db, tab);
    expect(await reloaded.load(['one'])).toEqual(['one']);
    expect(reloaded.open('one')).toBe(KEY);

    const anotherTab = createVault(db, new MemoryStorage());
    expect(await anotherTab.load(['one'])).toEqual([]);
  });

  it('keeps a key on this device, sealed', async () => {
    const { db, tab, vault } = fresh();
    await vault.load([]);
    await vault.keep('one', KEY, 'device');
    expect(tab.dump()).toEqual({});
    expect(JSON.stringify(await db.load())).not.toContain('Vb3k');
    const later = createVault(db, new MemoryStorage());
    await later.load(['one']);
    expect(later.open('one')).toBe(KEY);
    await later.forget('one');
    const afterwards = createVault(db, tab);
    expect(await afterwards.load(['one'])).toEqual([]);
  });

  it('hands a key to another tab sealed', async () => {
    const { db, tab, vault } = fresh();
    await vault.load([]);
    await vault.keep('one', KEY, 'tab');
    const sealed = await vault.sealed('one');
    expect(JSON.stringify(sealed)).not.toContain('Vb3k');
    const other = createVault(db, new MemoryStorage());
    await other.load([]);
    expect(await other.accept('one', sealed!, 'tab')).toBe(true);
    expect(other.open('one')).toBe(KEY);
    expect(tab.dump()).not.toEqual({});
  });

  it('keeps what a newer build put into a sealed key, across tabs, a reload and a move', async () => {
    const { db, tab, vault } = fresh();
    await vault.load([]);
    await vault.keep('one', KEY, 'tab');
    const theirs = { ...(await vault.sealed('one'))!, later: { scheme: 'key' } };
    const other = createVault(db, tab);
    await other.load([]);
    await other.accept('one', theirs, 'tab');
    expect(await other.sealed('one')).toMatchObject({ later: theirs.later });
    const reloaded = createVault(db, tab);
    await reloaded.load(['one']);
    await reloaded.keep('one', 'sk-other', 'device');
    expect(new Map(await db.load()).get('key one')).toMatchObject({
      value: { later: theirs.later },
    });
    await reloaded.forget('one');
    await reloaded.keep('one', KEY, 'device');
    expect(JSON.stringify(await db.load())).not.toContain('later');
  });

  it('opens nothing that another browser sealed', async () => {
    const one = fresh();
    await one.vault.load([]);
    await one.vault.keep('one', KEY, 'tab');
    const two = fresh();
    await two.vault.load([]);
    expect(await two.vault.accept('one', (await one.vault.sealed('one'))!, 'tab')).toBe(false);
  });

  it('finds the connection that has a key already', async () => {
    const { vault } = fresh();
    await vault.load([]);
    await vault.keep('one', KEY, 'tab');
    expect(vault.find(['zero', 'one'], KEY)).toBe('one');
    expect(vault.find(['zero'], KEY)).toBeNull();
  });
});

class MemoryStorage implements Storage {
  readonly #rows = new Map<string, string>();
  get length(): number {
    return this.#rows.size;
  }
  clear(): void {
    this.#rows.clear();
  }
  getItem(name: string): string | null {
    return this.#rows.get(name) ?? null;
  }
  key(index: number): string | null {
    return [...this.#rows.keys()][index] ?? null;
  }
  removeItem(name: string): void {
    this.#rows.delete(name);
  }
  setItem(name: string, value: string): void {
    this.#rows.set(name, value);
  }
  dump(): Record<string, string> {
    return Object.fromEntries(this.#rows);
  }
}

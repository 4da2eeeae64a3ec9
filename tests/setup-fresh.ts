import { vi } from 'vitest';

// Files of one process share what they import: each starts with the page's own modules as new.
vi.resetModules();

// What an engine has stored would be remembered by the next file's, whose databases have the same names.
if ('indexedDB' in globalThis) {
  const { IDBFactory } = await import('fake-indexeddb');
  globalThis.indexedDB = new IDBFactory();
}

// An engine that an earlier file has left running must not be heard in this one: it would tell of its own tasks.
const file = crypto.randomUUID();
const { BroadcastChannel: Channel } = globalThis;
globalThis.BroadcastChannel = class extends Channel {
  constructor(name: string) {
    super(`${file} ${name}`);
  }
};

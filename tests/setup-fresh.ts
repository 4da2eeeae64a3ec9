import { vi } from 'vitest';

// Files of one process share what they import: each starts with the page's own modules as new.
vi.resetModules();

// What an engine has stored would be remembered by the next file's, whose databases have the same names.
if ('indexedDB' in globalThis) {
  const { IDBFactory } = await import('fake-indexeddb');
  globalThis.indexedDB = new IDBFactory();
}

// They share a window, too: what an earlier file has drawn, stored, opened and listens to is gone.
declare global {
  interface Window {
    endListening?: AbortController;
  }
}
if (typeof document === 'object') {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  const isFirst = window.endListening === undefined;
  window.endListening?.abort();
  window.endListening = new AbortController();
  if (isFirst) for (const target of [document, window]) endWithFile(target);
}

/** Only the page's own: libraries, which stay, mark a document to which they have listened before. */
function endWithFile(target: EventTarget): void {
  const add = target.addEventListener.bind(target);
  target.addEventListener = (type, listener, options) => {
    const [, , caller = ''] = new Error('who listens').stack?.split('\n') ?? [];
    add(type, listener, options);
    if (caller.includes('/node_modules/')) return;
    window.endListening?.signal.addEventListener('abort', () =>
      target.removeEventListener(type, listener, options),
    );
  };
}

// An engine that an earlier file has left running must not be heard in this one: it would tell of its own tasks.
const file = crypto.randomUUID();
const { BroadcastChannel: Channel } = globalThis;
globalThis.BroadcastChannel = class extends Channel {
  constructor(name: string) {
    super(`${file} ${name}`);
  }
};

import { configure } from '@testing-library/dom';
import { IDBFactory } from 'fake-indexeddb';
import type { DetachedWindowAPI } from 'happy-dom';
import { afterAll, vi } from 'vitest';

import { PATIENCE } from './patience';

configure({ asyncUtilTimeout: PATIENCE });

// Files share a window, and each begins as in a new one: at its first address, with an empty page and empty storages.
const { happyDOM } = globalThis as { happyDOM?: DetachedWindowAPI };
if (happyDOM) {
  happyDOM.setURL('http://localhost:3000/');
  const { head, body, documentElement } = document;
  for (const element of [head, body]) element.replaceChildren();
  for (const element of [body, documentElement]) element.removeAttribute('style');
  localStorage.clear();
  sessionStorage.clear();
  // There is one where an earlier file has installed it.
  if ('indexedDB' in globalThis) globalThis.indexedDB = new IDBFactory();
}

// A module that is still on its way when its file ends would be missing in the next one.
afterAll(() => vi.dynamicImportSettled());

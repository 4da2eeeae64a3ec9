/** What this page's stores are called begins with this, in every kind of storage. */
const OWN = 'rushes';
/** Keys of the vault in session storage. */
const OWN_KEY = 'key ';

/**
 * Empties everything that the page has stored in this browser: databases, private files, local and session storage,
 * caches and the service worker. Files in a person's own folder stay. Other tabs must have let go of it before.
 */
export async function forgetStored(): Promise<void> {
  await Promise.allSettled([emptyDatabases(), emptyFiles(), emptyCaches(), leaveWorker()]);
  for (const storage of [localStorage, sessionStorage]) {
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    for (const name of names) {
      if (name.startsWith(OWN) || name.startsWith(OWN_KEY)) storage.removeItem(name);
    }
  }
}

/** Emptied, not deleted: that would wait for this page's own connections, and for other tabs. */
async function emptyDatabases(): Promise<void> {
  const all = await indexedDB.databases();
  const own = all.flatMap(({ name }) => (name?.startsWith(OWN) ? name : []));
  await Promise.all(own.map(emptyDatabase));
}

async function emptyDatabase(name: string): Promise<void> {
  const db = await settled(indexedDB.open(name));
  const stores = [...db.objectStoreNames];
  if (stores.length > 0) {
    const transaction = db.transaction(stores, 'readwrite');
    await Promise.all(stores.map((store) => settled(transaction.objectStore(store).clear())));
  }
  db.close();
}

async function emptyFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  // TypeScript does not know this iterator in every version.
  for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) {
    names.push(name);
  }
  await Promise.all(names.map((name) => root.removeEntry(name, { recursive: true })));
}

async function emptyCaches(): Promise<void> {
  const own = (await caches.keys()).filter((name) => name.startsWith(OWN));
  await Promise.all(own.map((name) => caches.delete(name)));
}

async function leaveWorker(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}

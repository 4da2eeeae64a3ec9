/** What this page's stores are called begins with this, in every kind of storage. */
const OWN = 'rushes';
const DATABASES = [
  'rushes',
  'rushes-kept',
  'rushes-posters',
  'rushes-bin',
  'rushes-feeds',
  'rushes-past',
];
/** Keys of the vault in session storage. */
const OWN_KEY = 'key ';

/**
 * Empties everything that the page has stored in this browser: databases, private files, local and session storage,
 * caches and the service worker. Files in a person's own folder stay. Other tabs must have let go of it before. Resolves
 * to whether all of it went.
 */
export async function forgetStored(): Promise<boolean> {
  const parts = [emptyDatabases, emptyFiles, emptyCaches, leaveWorker];
  const ends = await Promise.allSettled(parts.map((part) => part()));
  for (const storage of [localStorage, sessionStorage]) {
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    for (const name of names) {
      if (name.startsWith(OWN) || name.startsWith(OWN_KEY)) storage.removeItem(name);
    }
  }
  return ends.every(({ status }) => status === 'fulfilled');
}

/** Emptied, not deleted: that would wait for this page's own connections, and for other tabs. */
async function emptyDatabases(): Promise<void> {
  // Firefox lists them from 126 on.
  const all = (await indexedDB.databases?.()) ?? DATABASES.map((name) => ({ name }));
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
  // Not there on plain http, where nothing could be kept either.
  if (!navigator.storage?.getDirectory) return;
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  // TypeScript does not know this iterator in every version.
  for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) {
    names.push(name);
  }
  await Promise.all(names.map((name) => root.removeEntry(name, { recursive: true })));
}

async function emptyCaches(): Promise<void> {
  if (!('caches' in globalThis)) return;
  const own = (await caches.keys()).filter((name) => name.startsWith(OWN));
  await Promise.all(own.map((name) => caches.delete(name)));
}

async function leaveWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}

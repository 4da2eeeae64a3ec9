import type { Page } from '@playwright/test';

/**
 * All that the page's origin keeps, as one text: local and session storage, cookies, the address, every row of
 * every IndexedDB, the addresses in CacheStorage. Bytes are given as the text they would be, so that a key
 * kept as bytes is found too.
 */
export function storageDump(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [
      `address ${location.href}`,
      `cookies ${document.cookie}`,
      `localStorage ${JSON.stringify(Object.entries(localStorage))}`,
      `sessionStorage ${JSON.stringify(Object.entries(sessionStorage))}`,
    ];
    for (const { name } of await indexedDB.databases()) {
      const db = await settled(indexedDB.open(name ?? ''));
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store);
        const keys = settled(rows.getAllKeys());
        const values = settled(rows.getAll());
        parts.push(`${name}/${store} ${await text(await keys)} ${await text(await values)}`);
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      parts.push(`cache ${name} ${requests.map(({ url }) => url).join(' ')}`);
    }
    return parts.join('\n');

    // Both go to the page with the function around them.
    // oxlint-disable-next-line consistent-function-scoping
    function settled<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => {
          resolve(request.result);
        });
        request.addEventListener('error', () => {
          reject(request.error ?? new Error('IndexedDB said no'));
        });
      });
    }

    async function text(value: unknown): Promise<string> {
      if (value instanceof CryptoKey) return `CryptoKey(extractable: ${value.extractable})`;
      if (value instanceof Blob) return `${value.type} ${await value.text()}`;
      if (value instanceof ArrayBuffer) return latin(new Uint8Array(value));
      if (ArrayBuffer.isView(value)) {
        return latin(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      }
      if (value instanceof Map || value instanceof Set) return text([...value]);
      if (value === null || typeof value !== 'object') return String(value);
      const fields = await Promise.all(
        Object.entries(value).map(async ([name, field]) => `${name}: ${await text(field)}`),
      );
      return `{${fields.join(', ')}}`;
    }

    // oxlint-disable-next-line consistent-function-scoping
    function latin(bytes: Uint8Array): string {
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    }
  });
}

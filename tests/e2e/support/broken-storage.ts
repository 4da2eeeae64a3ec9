import type { Page } from '@playwright/test';

/** Lets every attempt to open a database fail, as private windows of some browsers do. */
export async function blockDatabase(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
}

/** Lets an attempt to open a database stay without any answer. */
export async function hangDatabase(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
}

/** Lets every write fail for want of room; reading goes on. */
export async function fillDisk(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('No room is left.', 'QuotaExceededError');
    };
  });
}

/** Lets the browser close every connection, as it does when its storage is cleared or it runs short of memory. */
export async function rememberConnections(page: Page): Promise<{ closeAll(): Promise<void> }> {
  await page.addInitScript(() => {
    const opened: IDBDatabase[] = [];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function remembering(name, version) {
      const request = open.call(this, name, version);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
    Object.assign(globalThis, {
      closeConnections: () => {
        for (const db of opened.splice(0)) {
          db.close();
          db.dispatchEvent(new Event('close'));
        }
      },
    });
  });
  return {
    closeAll: () =>
      page.evaluate(() => {
        (globalThis as unknown as { closeConnections: () => void }).closeConnections();
      }),
  };
}

/** Writes rows into the page's own database, from outside of the page's code. */
export function writeRows(page: Page, rows: Record<string, unknown>): Promise<void> {
  return page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('rushes');
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'));
        opening.addEventListener('error', () => reject(new Error('not opened')));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('rows', 'readwrite');
          for (const [name, row] of Object.entries(rows))
            writing.objectStore('rows').put(row, name);
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    rows,
  );
}

/** The rows of these names as they are kept now. */
export function readRows(page: Page, names: readonly string[]): Promise<Record<string, unknown>> {
  return page.evaluate(
    (names) =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        const opening = indexedDB.open('rushes');
        opening.addEventListener('error', () => reject(new Error('not opened')));
        opening.addEventListener('success', () => {
          const rows: Record<string, unknown> = {};
          const reading = opening.result.transaction('rows');
          for (const name of names) {
            const request = reading.objectStore('rows').get(name);
            request.addEventListener('success', () => {
              rows[name] = request.result as unknown;
            });
          }
          reading.addEventListener('complete', () => {
            opening.result.close();
            resolve(rows);
          });
        });
      }),
    [...names],
  );
}

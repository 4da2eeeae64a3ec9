import { expect, type Page } from '@playwright/test';

import { pasteTasks } from '../../e2e/support/page';

const KEY = 'sk-benchQ7mPz2LxWn8RtY4c9f2c';

export interface Stored {
  tasks: number;
  running: number;
}

/**
 * Leaves so many tasks in the page's storage, the newest of them running. The page itself writes one row of each kind;
 * the others are copies of those, so that they are in the page's own format, whatever that is.
 */
export async function storeTasks(
  page: Page,
  { address, service, tasks, running }: Stored & { address: string; service: string },
): Promise<void> {
  await page.goto(address);
  await pasteTasks(page, {
    address: service,
    key: KEY,
    ids: ['done-0', 'run-0'],
    onThisDevice: true,
  });
  await expect(page.getByRole('radio', { name: 'Ready 1' })).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: /Running/ })).toBeVisible();
  // Stored a little after they are shown.
  await expect.poll(() => page.evaluate(storedRows, service)).toBe(4);
  // Of the same origin, and nothing of the page runs in it.
  await page.goto(`${address}config.json`);
  await page.evaluate(copyRows, { service, tasks, running });
}

/** Runs in the page. How many of the rows that are copied it has stored. */
async function storedRows(service: string): Promise<number> {
  const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
    const request = indexedDB.open('rushes');
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
    request.addEventListener('success', () => {
      const all = request.result.transaction('rows').objectStore('rows').getAllKeys();
      all.addEventListener('success', () => resolve(all.result));
    });
  });
  const wanted = ['done-0', 'run-0'].flatMap((id) => [
    `task ${service} ${id}`,
    `answer ${service} ${id}`,
  ]);
  return wanted.filter((key) => keys.includes(key)).length;
}

/** Runs in the page. */
async function copyRows({ service, tasks, running }: Stored & { service: string }): Promise<void> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
    });
  const db = await done(indexedDB.open('rushes'));
  const rows = db.transaction('rows', 'readwrite').objectStore('rows');
  const now = Date.now();
  for (const kind of ['done', 'run'] as const) {
    const task: unknown = await done(rows.get(`task ${service} ${kind}-0`));
    const answer: unknown = await done(rows.get(`answer ${service} ${kind}-0`));
    if (!task || !answer) throw new Error(`The page stored no ${kind}-0.`);
    const count = kind === 'run' ? running : tasks - running;
    for (let index = 1; index < count; index += 1) {
      const id = `${kind}-${index}`;
      // Told apart by their ids and prompts; added one after the other, the running ones last.
      const copy = <T>(row: T): T =>
        JSON.parse(
          JSON.stringify(row).replaceAll(`${kind}-0`, id).replaceAll('take 0', `take ${index}`),
        ) as T;
      const tracked = copy(task) as {
        value: { addedAt: number; seenAt: number | null; columns: object };
      };
      tracked.value.addedAt = now - (kind === 'run' ? 0 : 3_600_000) - index;
      if (kind === 'done') tracked.value.seenAt = now;
      // Four to a group, when they are grouped.
      tracked.value.columns = { Scene: `SH${Math.floor(index / 4)}` };
      rows.put(tracked, `task ${service} ${id}`);
      rows.put(copy(answer), `answer ${service} ${id}`);
    }
  }
  await new Promise<void>((resolve, reject) => {
    rows.transaction.addEventListener('complete', () => resolve());
    rows.transaction.addEventListener('error', () => reject(new Error('not stored')));
  });
  db.close();
}

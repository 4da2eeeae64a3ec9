import type { TaskRef } from '~/core/answer';
import { refKey } from '~/core/answer';
import { openDb } from '~/engine/storage/db';
import { storedOf } from '~/engine/storage/tracked-row';
import { createVault } from '~/engine/storage/vault';
import { anAnswer, aSighting, aTracked } from '~test/builders';

import { createTestBrowser, type TestBrowser } from './test-browser';

/** What a build newer than this one stores and sends: in every object something this one does not know. */
export const NEW = { fromLater: { kind: 'later', list: [1, { deep: true }] } };
export const newer = <T extends object>(value: T): T & typeof NEW => ({ ...value, ...NEW });
export const row = (value: unknown): unknown => newer({ version: 1, value });

export const BASE = 'https://a.test';
export const KEY = 'sk-one-1234567890abcd';
export const ref: TaskRef = { base: BASE, taskId: 'video_1' };
export const key = refKey(ref);

export const tracked = newer(
  storedOf(
    aTracked({ ...ref, connectionId: 'c1', batch: { id: 'b1', name: 'Friday' }, addedAt: 900_000 }),
  ),
);
export const queue = newer({ position: 3, waitSeconds: null, message: null });
export const failure = newer({ message: 'lost', code: null, kind: 'unknown' } as const);
export const link = newer({ kind: 'link' as const, url: 'https://a.test/v.mp4' });
export const problem = newer({
  kind: 'server' as const,
  message: 'boom',
  httpStatus: 500,
  retryAfterMs: null,
});
export const connection = newer({
  kind: 'own' as const,
  id: 'c1',
  base: BASE,
  hint: 'sk-one…abcd',
  keep: 'device' as const,
  addedAt: 800_000,
});

/** An answer of the newer build, asked for at 900,000. */
export function newerAnswer(task: Parameters<typeof anAnswer>[0], more: object = {}) {
  const made = anAnswer(task, { askedAt: 900_000, answeredAt: 900_000 });
  return newer({
    ...made,
    task: made.task && newer(made.task),
    sightings: [newer(aSighting({ at: 900_000, state: made.task?.state ?? 'unknown' }))],
    ...more,
  });
}

/** A browser with a key, whose database the newer build has filled; `stored` reads a row of it. */
export async function filled(rows: [string, unknown][], answer: () => Response) {
  const browser: TestBrowser = createTestBrowser(answer);
  const db = openDb(browser.name, () => {});
  const vault = createVault(db, null);
  await vault.load([]);
  await vault.keep('c1', KEY, 'device');
  const sealed = new Map(await db.load()).get('key c1') as { value: object };
  await db.put([['key c1', row(newer(sealed.value))], ['connection c1', row(connection)], ...rows]);
  const stored = async (name: string): Promise<unknown> => new Map(await db.load()).get(name);
  return { ...browser, db, stored };
}

import { gateway } from '~/engine/gateway/gateway';
import { openDb } from '~/engine/storage/db';
import { createRows } from '~/engine/storage/rows';
import { createVault } from '~/engine/storage/vault';
import type { TestClock } from '~test/clock';

import { createLookUps } from '~/engine/look-ups/look-ups';
import type { EngineParts } from './parts';
import { createState } from './state';

/** What the engines of tests have in common: a database by this name, keys in memory, no chance, and no other tabs. */
export function testParts(name: string, { now, timers }: Pick<TestClock, 'now' | 'timers'>) {
  const db = openDb(name, () => {});
  return {
    state: createState(),
    vault: createVault(db, null),
    rows: createRows(db, now),
    timers,
    gateway,
    loadLookUps: async () => ({ createLookUps }),
    now,
    random: () => 0.5,
    ownOrigin: location.origin,
    locks: null,
    epochs: null,
    remembered: { lookUpPaths: [], schemes: [], history: null },
  } satisfies Omit<EngineParts, 'fetch'>;
}

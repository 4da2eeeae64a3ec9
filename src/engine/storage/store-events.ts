import type { Bus } from '~/engine/bus';

import type { Rows } from './rows';

/**
 * Stores what happens in this tab; what happened in another one, that one has stored. The board stores the tasks it adds
 * and removes, and the keyring its connections: they wait until that is done.
 */
export function storeEvents(rows: Rows, bus: Bus): void {
  bus.onAny((event, from) => {
    if (from === 'elsewhere') return;
    if (event.type === 'changed') void rows.putTracked(event.tasks);
    if (event.type === 'answered') rows.putAnswer(event.ref, event.after);
    if (event.type === 'path') void rows.putLookUpPath(event.base, event.path);
    if (event.type === 'scheme') void rows.putScheme(event.base, event.stored);
  });
}

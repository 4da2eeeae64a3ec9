import type { Bus, EngineEvent, EventOf } from '~/engine/bus';

import type { Rows } from './rows';

/**
 * Stores what happens in this tab; what happened in another one, that one has stored. The board stores the tasks it adds
 * and removes, and the keyring its connections: they wait until that is done.
 */
export function storeEvents(rows: Rows, bus: Bus): void {
  const on = <Type extends EngineEvent['type']>(
    type: Type,
    store: (event: EventOf<Type>) => unknown,
  ): void => {
    bus.on(type, (event, from) => void (from === 'here' && store(event)));
  };
  on('changed', ({ tasks }) => rows.putTracked(tasks));
  on('answered', ({ ref, after }) => rows.putAnswer(ref, after));
  on('path', ({ base, path }) => rows.putLookUpPath(base, path));
  on('scheme', ({ base, stored }) => rows.putScheme(base, stored));
}

import { useKeys } from '~/ui/use-keys';

import { actionOf, type KeyAction } from './key-map';

/** Handles the player's keys. `run` returns whether anything was done. */
export function usePlayerKeys(run: (action: KeyAction) => boolean): void {
  useKeys((event) => {
    const action = actionOf(event);
    // While a key is held down, toggles must not repeat; steps do.
    return action !== null && (!event.repeat || REPEATS.has(action)) && run(action);
  });
}

const REPEATS: ReadonlySet<KeyAction> = new Set(['frameBack', 'frameOn', 'secondBack', 'secondOn']);

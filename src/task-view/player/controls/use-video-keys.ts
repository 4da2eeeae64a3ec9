import { useKeys } from '~/ui/use-keys';

import { actionOf, type Actions } from '~/task-view/keys/key-map';

/**
 * Handles the keys of the player or of a comparison anywhere except in fields, dialogs and controls that use the key
 * themselves. `run` returns whether anything was done.
 */
export function useVideoKeys<S extends keyof Actions>(
  screen: S,
  run: (action: Actions[S]) => boolean,
): void {
  useKeys((event) => {
    const action = actionOf(screen, event);
    // While a key is held down, toggles must not repeat; steps do.
    return action !== undefined && (!event.repeat || REPEATS.has(action)) && run(action);
  });
}

const REPEATS: ReadonlySet<Actions[keyof Actions]> = new Set([
  'frameBack',
  'frameOn',
  'secondBack',
  'secondOn',
]);

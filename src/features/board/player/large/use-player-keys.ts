import { useEffect, useRef } from 'react';

import { isCovered, isOwnKey, isTyping } from '~/ui/keys';

import { actionOf, type KeyAction } from './key-map';

/** Hears the player's keys wherever the focus is, but for fields, windows and what answers the key by itself. */
export function usePlayerKeys(run: (action: KeyAction) => boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || isCovered() || isOwnKey(event))
        return;
      const action = actionOf(event);
      // Held down, a switch would flutter; steps go on.
      if (action === null || (event.repeat && !REPEATS.has(action))) return;
      if (latest.current(action)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const REPEATS: ReadonlySet<KeyAction> = new Set(['frameBack', 'frameOn', 'secondBack', 'secondOn']);

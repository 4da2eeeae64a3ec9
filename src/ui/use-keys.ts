import { useEffect, useEffectEvent } from 'react';

import { isCovered, isOwnKey, isTyping } from './keys';

/**
 * Handles single keys wherever the focus is, except in fields, dialogs, and controls that use the key themselves.
 * @param onKey returns whether it handled the key; if so, the browser does nothing else with it
 */
export function useKeys(onKey: (event: KeyboardEvent) => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target) || isCovered() || isOwnKey(event)) return;
    if (onKey(event)) event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

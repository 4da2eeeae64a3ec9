import { useEffect, useEffectEvent, useRef } from 'react';

import { isComposing, isCovered, isOwnKey, isTurnedOff, isTyping } from './keys';

/**
 * Handles keys wherever the focus is, except in fields, dialogs, and controls that use the key themselves; no
 * characters where the person turned them off.
 * @param onKey returns whether it handled the key; if so, the browser does nothing else with it
 */
export function useKeys(onKey: (event: KeyboardEvent) => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTurnedOff(event) || isComposing(event)) return;
    if (isTyping(event.target) || isCovered() || isOwnKey(event)) return;
    if (onKey(event)) event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/**
 * The same with what no first card waits for: a key that is pressed before it has come acts when it comes.
 * @param isOurs whether the browser is not to act on a key meanwhile, as it would mark all text for Ctrl+A
 */
export function useLateKeys<T>(
  load: () => Promise<T>,
  onKey: (loaded: T, event: KeyboardEvent) => boolean,
  isOurs: (event: KeyboardEvent) => boolean,
): void {
  const come = useRef<T | null>(null);
  const fetch = useEffectEvent(load);
  useEffect(() => {
    fetch().then(
      (loaded) => void (come.current = loaded),
      () => {},
    );
  }, []);
  useKeys((event) => {
    if (come.current !== null) return onKey(come.current, event);
    load().then(
      (loaded) => void onKey(loaded, event),
      () => {},
    );
    return isOurs(event);
  });
}

/** Whether it is this letter with Ctrl, or ⌘, and nothing else. */
export function isMod(letter: string, event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  return key.toLowerCase() === letter && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

import { useEffect, useRef } from 'react';

import { isCovered, isOwnKey, isTyping } from './keys';

/**
 * Hears single keys wherever the focus is, but for fields, windows, and what answers the key by itself.
 * @param hear returns whether it did anything: then the browser does nothing more with the key
 */
export function useKeys(hear: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || isCovered() || isOwnKey(event))
        return;
      if (latest.current(event)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

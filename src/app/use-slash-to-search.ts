import { useEffect, type RefObject } from 'react';

import { isCovered, isTyping } from '~/ui/keys';

/** The key `/` moves the focus to the search field inside `place`. */
export function useSlashToSearch(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      const field = place.current?.querySelector<HTMLInputElement>('input[type="search"]');
      if (!field || isCovered() || isTyping(event.target)) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [place]);
}

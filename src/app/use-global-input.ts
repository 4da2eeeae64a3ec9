import { useEffect, type RefObject } from 'react';

import { isCovered, isTyping } from '~/ui/keys';

/** Handles text pasted with no field focused and no dialog open, which is how most ids arrive. */
export function usePastedText(take: (text: string) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (isTaken(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      take(text);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [take]);
}

/** The key `/` moves the focus to the search field inside `place`. */
export function useSlashToSearch(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      const field = place.current?.querySelector<HTMLInputElement>('input[type="search"]');
      if (!field || isTaken(event.target)) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [place]);
}

/** Somebody is typing elsewhere, or a dialog is open. */
function isTaken(target: EventTarget | null): boolean {
  return isCovered() || isTyping(target);
}

import { useEffect, useEffectEvent } from 'react';

import { isCovered } from './keys';

/** Handles text pasted with no text field focused and no dialog open, which is how most ids arrive. */
export function usePastedText(take: (text: string) => void, active = true): void {
  const handle = useEffectEvent((event: ClipboardEvent): void => {
    if (isCovered() || takesText(event.target)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '') return;
    event.preventDefault();
    take(text);
  });
  useEffect(() => {
    if (!active) return;
    const paste = (event: ClipboardEvent): void => handle(event);
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [active]);
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest(TEXT_FIELD) !== null)
  );
}

/** A choice that has the focus takes no text. */
const TEXT_FIELD = 'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea';

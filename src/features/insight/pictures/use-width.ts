import { useSyncExternalStore } from 'react';

/**
 * How wide the page is, in rem: how much room there is for words, whatever the size of text. Pictures are laid out by this
 * and not by classes: every class is part of the first download, the pictures are not.
 */
export function useWidth(): number {
  return useSyncExternalStore(subscribe, widthInRem);
}

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}

function widthInRem(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return Math.floor(innerWidth / rem);
}

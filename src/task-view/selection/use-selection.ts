import { useStore } from 'zustand';

import { selection } from './selection';

export function useIsSelected(key: string): boolean {
  return useStore(selection, ({ keys }) => keys.has(key));
}

/** Whether anything is chosen. */
export function useIsSelecting(): boolean {
  return useStore(selection, ({ keys }) => keys.size > 0);
}

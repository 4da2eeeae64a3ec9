import { createContext, use } from 'react';

/** A window over the board; at most one is open. */
export type Overlay =
  | { kind: 'menu'; key: string; anchor: HTMLElement }
  | { kind: 'rename'; key: string }
  | { kind: 'images'; images: readonly string[]; index: number }
  | { kind: 'key'; key: string };

/** What cards ask of the screen they stand on. The function is the same for good: cards are memoised. */
export const OverlayContext = createContext<(overlay: Overlay) => void>(() => {});

export function useOpenOverlay(): (overlay: Overlay) => void {
  return use(OverlayContext);
}

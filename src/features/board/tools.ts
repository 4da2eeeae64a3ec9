import { createContext, use } from 'react';

import type { KeyWanted } from '~/core/connection';

/** A window over the board; at most one is open. */
export type Overlay =
  | { kind: 'menu'; key: string; anchor: HTMLElement }
  | { kind: 'rename'; key: string }
  | { kind: 'images'; images: readonly string[]; index: number };

interface Tools {
  open: (overlay: Overlay) => void;
  changeKey: (wanted: KeyWanted) => void;
}

/** What cards ask of the screen they stand on. It stays the same for good: cards are memoised. */
export const ToolsContext = createContext<Tools>({ open: () => {}, changeKey: () => {} });

export function useTools(): Tools {
  return use(ToolsContext);
}

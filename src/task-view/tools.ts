import { createContext, use } from 'react';

import type { KeyWanted } from '~/core/connection';

/** A dialog or menu over the board; at most one is open. */
export type Overlay =
  | { kind: 'menu'; key: string; anchor: HTMLElement }
  | { kind: 'rename'; key: string }
  | { kind: 'images'; images: readonly string[]; index: number };

interface Tools {
  open: (overlay: Overlay) => void;
  changeKey: (wanted: KeyWanted) => void;
}

/** What cards can ask of their screen. It never changes, because cards are memoised. */
export const ToolsContext = createContext<Tools>({ open: () => {}, changeKey: () => {} });

export function useTools(): Tools {
  return use(ToolsContext);
}

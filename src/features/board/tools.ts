import { createContext, use } from 'react';

import type { TaskRef } from '~/core/answer';

/** A window over the board; at most one is open. */
export type Overlay =
  | { kind: 'menu'; key: string; anchor: HTMLElement }
  | { kind: 'rename'; key: string }
  | { kind: 'images'; images: readonly string[]; index: number };

/** For whose key the person is asked: a connection's, or the first one of a service that has none. */
export interface KeyWanted extends Pick<TaskRef, 'base'> {
  connectionId: string | null;
}

interface Tools {
  open: (overlay: Overlay) => void;
  changeKey: (wanted: KeyWanted) => void;
}

/** What cards ask of the screen they stand on. It stays the same for good: cards are memoised. */
export const ToolsContext = createContext<Tools>({ open: () => {}, changeKey: () => {} });

export function useTools(): Tools {
  return use(ToolsContext);
}

import { useEffect } from 'react';
import { useStore } from 'zustand';

import { useBoardIndex } from '~/engine/use-board';
import { useMedia } from '~/engine/use-media';

/** Tells the board which videos are kept on this device, which only its filter asks. */
export function useKeptInBoard(): void {
  const board = useBoardIndex();
  const kept = useStore(useMedia().keeping.state, (state) => state.kept);
  useEffect(() => board.setMarks('kept', kept), [board, kept]);
}

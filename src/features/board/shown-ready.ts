import { openDialog } from '~/address/dialogs';
import type { View } from '~/address/view';
import type { Show } from '~/core/standing';
import type { BoardIndex } from '~/engine/answers/board-index';
import type { Arranged } from '~/engine/answers/board-order';

/** The filters that leave out what is ready. */
const NONE_READY = {
  all: false,
  ready: false,
  running: true,
  attention: true,
} as const satisfies Record<Show, boolean>;

/** How many of the shown tasks have a video. */
export function countReady({ show }: View, { counts }: Arranged): number {
  return NONE_READY[show] ? 0 : counts.ready;
}

/** Asks how to download the videos of the shown tasks. */
export function downloadShown(board: BoardIndex, { keys }: Arranged): void {
  const tasks = keys.flatMap((key) => {
    const card = board.card(key);
    return card?.standing === 'ready' ? [card.tracked] : [];
  });
  openDialog({ kind: 'download', tasks });
}

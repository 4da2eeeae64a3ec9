import type { Engine } from '~/engine/engine';
import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';

import { stopPlaying } from '~/task-view/player/player';

/** How long a removal can be undone, in ms. */
const UNDO_MS = 10_000;

/** Removes tasks at once and offers an undo. */
export function removeWithUndo(engine: Engine, keys: readonly string[]): void {
  for (const key of keys) stopPlaying(key);
  const undo = engine.remove(keys);
  showToast({
    text: translate('board.removed', { n: keys.length }),
    action: { label: translate('board.undo'), run: undo },
    durationMs: UNDO_MS,
  });
}

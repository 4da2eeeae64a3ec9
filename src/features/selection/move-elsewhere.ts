import type { Engine, Whereabouts } from '~/engine/engine';
import { selectOnly } from '~/task-view/selection/selection';

import { tellEnd } from './outcome';

/** Looks tasks up elsewhere or with another key, and says so; they stay chosen, as they are called from now on. */
export async function moveElsewhere(
  engine: Engine,
  keys: readonly string[],
  where: Whereabouts,
  words: (n: number) => string,
): Promise<void> {
  const { moved, known, undo } = await engine.moveTasks(keys, where);
  selectOnly([...moved, ...known]);
  tellEnd({
    text: words(moved.length),
    skipped: known.length === 0 ? [] : [{ why: 'there', keys: known }],
    undo: () => selectOnly([...undo(), ...known]),
  });
}

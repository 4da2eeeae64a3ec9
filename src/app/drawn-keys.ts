import type { View } from '~/address/view';
import { foldMark, marksIn } from '~/core/folds';
import { boardIndexOf } from '~/engine/answers/board-index';
import type { Engine } from '~/engine/engine';
import { groupsOf } from '~/engine/use-groups';
import { prefs } from '~/prefs/prefs';
import { groupingIn } from '~/task-view/grouping';

/** The cards that a view draws, in order; of a folded group its first, without which it would have no head. */
export function drawnKeys(engine: Engine, view: View, now: number): readonly string[] {
  const board = boardIndexOf(engine);
  const { keys } = board.arranged(view, now);
  const { by, folded } = groupingIn(view, prefs.getState(), engine.tracked.getState());
  if (by === 'none') return keys;
  const marks = marksIn(folded);
  return groupsOf(board)
    .sections(by, view)
    .flatMap((section) =>
      marks.has(foldMark(section.id)) ? section.keys.slice(0, 1) : section.keys,
    );
}

import type { AddInto } from '~/core/add-into';
import { foldMark, marksIn, withFold } from '~/core/folds';
import type { GroupBy } from '~/core/group-by';
import { groupOf } from '~/engine/answers/group-of';
import { useBoardIndex } from '~/engine/use-board';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { useGrouping } from '~/task-view/grouping';
import { showToast } from '~/ui/toast';

import { foldGroup } from './fold-group';
import { editWith, membersOf } from './group-fields';

/** How long a change can be undone, in ms. */
const UNDO_MS = 10_000;

/**
 * Changes what makes the tasks of a group its own, and offers an undo.
 * @returns takes the new fields, and words for so many changed tasks
 */
export function useGroupEdit(
  by: GroupBy,
  id: string,
): (fields: AddInto['fields'], words: (n: number) => string) => void {
  const t = useT();
  const engine = useEngine();
  const board = useBoardIndex();
  const grouping = useGrouping();
  return (fields, words) => {
    const keys = membersOf(board, engine.tracked.getState().tasks, by, id);
    const undo = engine.edit(keys, editWith(fields));
    const [first] = keys;
    const card = first === undefined ? undefined : board.card(first);
    const next = (card && groupOf(card, by)?.id) ?? id;
    // What was folded stays so under its new name.
    if (next !== id && marksIn(grouping.folded).has(foldMark(id)))
      foldGroup({ by, folded: withFold(grouping.folded, foldMark(id), false) }, next, true);
    showToast({
      text: words(keys.length),
      action: { label: t('board.undo'), run: undo },
      durationMs: UNDO_MS,
    });
    requestAnimationFrame(() => focusGroup(next));
  };
}

/** The button that opened the dialog is gone with the old name. */
function focusGroup(id: string): void {
  const head = document.querySelector(`[data-head="${CSS.escape(id)}"]`);
  head?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
}

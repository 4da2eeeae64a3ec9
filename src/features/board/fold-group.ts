import { foldMark, withFold } from '~/core/folds';
import { chooseGrouping, type Grouping } from '~/task-view/grouping';

/** Folds a group, or opens it. That is no step for Back. */
export function foldGroup({ by, folded }: Grouping, id: string, isFolded: boolean): void {
  chooseGrouping(by, withFold(folded, foldMark(id), isFolded), { replace: true });
}

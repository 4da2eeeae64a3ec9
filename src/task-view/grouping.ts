import { useMemo } from 'react';

import { changeView, useViewOf } from '~/address/use-view';
import type { View } from '~/address/view';
import type { GroupBy } from '~/core/group-by';
import { groupingsOf } from '~/core/groupings';
import type { TrackedState } from '~/engine/state';
import { useTracked } from '~/engine/use-engine';
import type { Prefs } from '~/prefs/choices';
import { setPrefs } from '~/prefs/prefs';
import { usePrefs } from '~/prefs/use-prefs';

/** How the board is grouped, and which groups are folded. */
export interface Grouping {
  by: GroupBy;
  /** See `marksIn`. */
  folded: string;
}

/** Until the person chooses: takes of a shot are read side by side, and without shots nothing changes. */
const FIRST = { by: 'shot', folded: '' };

/**
 * As the address says; if it says nothing, as the person last chose in this browser. What none of the tasks has cannot
 * group them.
 */
export function groupingIn(
  { group, folded }: Pick<View, 'group' | 'folded'>,
  { grouping }: Pick<Prefs, 'grouping'>,
  { tasks }: Pick<TrackedState, 'tasks'>,
): Grouping {
  const wanted = group === null ? (grouping ?? FIRST) : { by: group, folded };
  const by = groupingsOf(tasks).find((one) => one === wanted.by) ?? 'none';
  return { by, folded: wanted.folded };
}

export function useGrouping(): Grouping {
  const group = useViewOf((view) => view.group);
  const foldedNow = useViewOf((view) => view.folded);
  const grouping = usePrefs((all) => all.grouping);
  const tasks = useTracked((state) => state.tasks);
  const { by, folded } = groupingIn({ group, folded: foldedNow }, { grouping }, { tasks });
  return useMemo(() => ({ by, folded }), [by, folded]);
}

/** Groups the board in another way: in the address and, for the next visit, in this browser. */
export function chooseGrouping(by: GroupBy, folded = '', step?: { replace: boolean }): void {
  setPrefs({ grouping: { by, folded } });
  changeView({ group: by, folded }, step);
}

import { useCallback, useMemo, useSyncExternalStore } from 'react';

import type { GroupBy } from '~/core/group-by';
import type { BoardIndex } from '~/engine/answers/board-index';
import type { BoardView } from '~/engine/answers/board-order';
import { createGroups, type GroupFacts, type Groups, type Section } from '~/engine/answers/groups';

import { useBoardIndex, useBoardTime } from './use-board';

const made = new WeakMap<BoardIndex, Groups>();

/** The board's groups, as they were last looked at: one for all who read them, loaded when something is first grouped. */
export function groupsOf(board: BoardIndex): Groups {
  const known = made.get(board);
  if (known) return known;
  const groups = createGroups(board.follow);
  made.set(board, groups);
  return groups;
}

/** Reads the groups of the board as this view arranges it, up to date. */
export type LookAtGroups = () => { groups: Groups; sections: readonly Section[] };

export function useLookAtGroups(by: GroupBy, view: BoardView): LookAtGroups {
  const board = useBoardIndex();
  const now = useBoardTime(view);
  return useCallback(() => {
    // The groups follow what the board tells while it is arranged.
    board.arranged(view, now);
    const groups = groupsOf(board);
    return { groups, sections: groups.sections(by, view) };
  }, [board, by, view, now]);
}

/** The groups in order, with the cards that the view shows; the same object until something moves. */
export function useSections(look: LookAtGroups): readonly Section[] {
  const board = useBoardIndex();
  return useSyncExternalStore(board.subscribe, () => look().sections);
}

/** All cards that the view shows, group after group. */
export function useShownOrder(by: GroupBy, view: BoardView): readonly string[] {
  const sections = useSections(useLookAtGroups(by, view));
  return useMemo(() => sections.flatMap(({ keys }) => keys), [sections]);
}

/** What one group's head says; the same object until it changes. */
export function useGroupFacts(id: string, look: LookAtGroups): GroupFacts | undefined {
  const board = useBoardIndex();
  return useSyncExternalStore(board.subscribe, () => look().groups.facts(id));
}

import { useMemo } from 'react';

import { refKey } from '~/core/answer';
import type { KeyLoss } from './state';
import { useAllAnswers } from './use-answers';
import { useConnections, useEngine, useTracked } from './use-engine';
import { useNow } from '~/platform/use-now';

import {
  arrange,
  entryOf,
  type Arranged,
  type BoardView,
  type Entry,
} from '~/engine/answers/arrange';
import { keyLossOf } from '~/engine/answers/key-loss';

/** How often an order that depends on time is recomputed, in ms. */
const REORDER_MS = 5000;

/** All cards with what decides their position, in the order they were added. */
export function useEntries(): readonly Entry[] {
  const engine = useEngine();
  const tasks = useTracked((state) => state.tasks);
  const answers = useAllAnswers();
  const connections = useConnections((state) => state);
  return useMemo(() => {
    const losses = new Map<string, KeyLoss | null>();
    const lossOf = (base: string): KeyLoss | null => {
      const known = losses.get(base);
      if (known !== undefined) return known;
      const loss = keyLossOf(connections, base);
      losses.set(base, loss);
      return loss;
    };
    return [...tasks.values()].flatMap((tracked, index) => {
      const answer = answers[index];
      return answer ? [entryOf(tracked, answer, lossOf(tracked.base), engine.usual)] : [];
    });
  }, [engine, tasks, answers, connections]);
}

export function useArranged(entries: readonly Entry[], view: BoardView): Arranged {
  const now = useNow(REORDER_MS);
  const { show, sort, query } = view;
  return useMemo(
    () => arrange(entries, { show, sort, query }, now),
    [entries, show, sort, query, now],
  );
}

/** The cards with the same filter, in the board's order: what *Previous* and *Next* go through. */
export function siblingsOf(arranged: Arranged, entry: Entry): readonly Entry[] {
  const siblings = arranged.entries.filter(({ standing }) => standing === entry.standing);
  return siblings.some(({ key }) => key === refKey(entry.tracked)) ? siblings : [entry];
}

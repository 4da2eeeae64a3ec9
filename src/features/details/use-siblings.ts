import { changeView, useView } from '~/address/use-view';
import type { Standing } from '~/core/standing';
import { play, player } from '~/task-view/player/player';
import { useSameStanding } from '~/engine/use-same-standing';
import type { Engine } from '~/engine/engine';
import { useEngine } from '~/engine/use-engine';
import { useShownOrder } from '~/engine/use-groups';
import { useGrouping } from '~/task-view/grouping';

export interface Siblings {
  /** Position among its siblings, from 1; null if it is not among them. */
  n: number | null;
  total: number;
  standing: Standing | null;
  /** Opens the previous or next one; false if there is none. */
  go(by: 1 | -1): boolean;
  has(by: 1 | -1): boolean;
}

/** The tasks with the same filter, in the board's order. */
export function useSiblings(taskKey: string): Siblings {
  const engine = useEngine();
  const view = useView();
  const order = useShownOrder(useGrouping().by, view);
  const { standing, keys } = useSameStanding(taskKey, view, order);
  const at = keys.indexOf(taskKey);
  return {
    n: at < 0 ? null : at + 1,
    total: keys.length,
    standing,
    has: (by) => at >= 0 && keys[at + by] !== undefined,
    go(by) {
      const next = at < 0 ? undefined : keys[at + by];
      if (next) open(engine, taskKey, next);
      return next !== undefined;
    },
  };
}

/** If a video was playing, the next one plays at once. */
function open(engine: Engine, from: string, to: string): void {
  const next = engine.tracked.getState().tasks.get(to);
  if (!next) return;
  const { key, status } = player.getState();
  changeView({ screen: { kind: 'task', task: next } }, { replace: true });
  if (key === from && status === 'playing' && to !== from) void play(engine, next);
}

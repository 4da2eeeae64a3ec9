import { refKey } from '~/core/answer';
import { changeView, useView } from '~/address/use-view';
import type { Entry } from '~/engine/answers/arrange';
import { play, player } from '~/task-view/player/player';
import { siblingsOf, useArranged, useEntries } from '~/engine/use-board';
import type { Engine } from '~/engine/engine';
import { useEngine } from '~/engine/use-engine';

export interface Siblings {
  /** Position among its siblings, from 1; null if it is not among them. */
  n: number | null;
  total: number;
  standing: Entry['standing'] | null;
  /** Opens the previous or next one; false if there is none. */
  go(by: 1 | -1): boolean;
  has(by: 1 | -1): boolean;
}

/** The tasks with the same filter, in the board's order. */
export function useSiblings(taskKey: string): Siblings {
  const engine = useEngine();
  const view = useView();
  const entries = useEntries();
  const arranged = useArranged(entries, view);
  const own = entries.find(({ key }) => key === taskKey);
  const siblings = own ? siblingsOf(arranged, own) : [];
  const at = siblings.findIndex(({ key }) => key === taskKey);
  return {
    n: at < 0 ? null : at + 1,
    total: siblings.length,
    standing: own?.standing ?? null,
    has: (by) => at >= 0 && siblings[at + by] !== undefined,
    go(by) {
      const next = at < 0 ? undefined : siblings[at + by];
      if (next) open(engine, taskKey, next);
      return next !== undefined;
    },
  };
}

/** If a video was playing, the next one plays at once. */
function open(engine: Engine, from: string, { tracked }: Entry): void {
  const { key, status } = player.getState();
  changeView({ screen: { kind: 'task', task: tracked } }, { replace: true });
  if (key === from && status === 'playing' && refKey(tracked) !== from) void play(engine, tracked);
}

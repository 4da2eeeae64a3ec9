import { useMemo, useState } from 'react';

import { BOARD } from '~/address/screens';
import { formatView, type View } from '~/address/view';
import { useTracked } from '~/engine/use-engine';

import { useHeldBack } from './held-back';
import { sameKeys, stableOrder, type Drawn } from './stable-order';

/** The keys to draw, as arranged, except that nothing moves while the person is using the grid. */
export function useStableKeys(
  keys: readonly string[],
  view: View,
  held: boolean,
): readonly string[] {
  const tasks = useTracked((state) => state.tasks);
  const total = tasks.size;
  const wanted: Drawn = useMemo(
    () => ({ view: formatView({ ...view, screen: BOARD }), total, keys }),
    [keys, total, view],
  );
  const [drawn, setDrawn] = useState(wanted);
  const next = stableOrder(drawn, wanted, held, (key) => tasks.has(key));
  if (!sameDrawing(next, drawn)) setDrawn(next);
  const isElsewhere =
    next.keys === keys ? null : (key: string, at: number) => next.keys[at] !== key;
  useHeldBack(keys, isElsewhere, held, () => setDrawn(wanted));
  return next.keys;
}

function sameDrawing(a: Drawn, b: Drawn): boolean {
  return a.view === b.view && a.total === b.total && sameKeys(a.keys, b.keys);
}

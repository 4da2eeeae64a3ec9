import { useMemo, useState } from 'react';

import { BOARD } from '~/address/screens';
import { formatView, type View } from '~/address/view';
import type { Section } from '~/engine/answers/groups';
import { useTracked } from '~/engine/use-engine';

import { useHeldBack } from './held-back';
import { placedElsewhere, stableSections, type DrawnSections } from './stable-sections';

/** The groups to draw, as arranged, except that nothing moves while the person is using the grid. */
export function useStableSections(
  sections: readonly Section[],
  view: View,
  held: boolean,
): readonly Section[] {
  const tasks = useTracked((state) => state.tasks);
  const total = tasks.size;
  const wanted: DrawnSections = useMemo(
    // A fold concerns one group: the others stay where they are.
    () => ({ view: formatView({ ...view, screen: BOARD, folded: '' }), total, sections }),
    [sections, total, view],
  );
  const [drawn, setDrawn] = useState(wanted);
  const next = stableSections(drawn, wanted, held, (key) => tasks.has(key));
  if (next.view !== drawn.view || next.total !== drawn.total || next.sections !== drawn.sections)
    setDrawn(next);
  const keys = useMemo(() => sections.flatMap((section) => section.keys), [sections]);
  const isElsewhere = useMemo(
    () => (next.sections === sections ? null : placedElsewhere(next.sections, sections)),
    [next.sections, sections],
  );
  useHeldBack(keys, isElsewhere, held, () => setDrawn(wanted));
  return next.sections;
}

import { useMemo } from 'react';

import { BOARD } from '~/address/screens';
import { changeView, useView } from '~/address/use-view';
import type { Filters } from '~/core/filters';
import type { InsightFilter } from '~/engine/insight/facts';

import { filterOf, readOwn, writeOwn, type OwnFilter } from './insight-filter';

const NO_PARTS: readonly string[] = [];

/** What the address says is shown, and what changes it. */
export function useOwnFilter(): {
  filter: InsightFilter;
  /** The board's filters, with what is chosen here. */
  filters: Filters;
  change: (change: Partial<OwnFilter>) => void;
  /** Goes to the board, with all of its filters. */
  toBoard: () => void;
} {
  const { screen, filters: own } = useView();
  const parts = screen.kind === 'insight' ? screen.parts : NO_PARTS;
  return useMemo(() => {
    const address = { parts, filters: own };
    const { filters } = writeOwn(readOwn(address), own);
    return {
      filter: filterOf(address),
      filters,
      change(change) {
        const next = writeOwn({ ...readOwn(address), ...change }, own);
        changeView({ screen: { kind: 'insight', parts: next.parts }, filters: next.filters });
      },
      toBoard: () => changeView({ screen: BOARD, filters }),
    };
  }, [parts, own]);
}

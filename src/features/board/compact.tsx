import type { RefObject } from 'react';

import type { View } from '~/address/view';
import type { Grouping } from '~/task-view/grouping';
import { CompactCard } from '~/task-view/card/compact-card';

import type { CardLook } from './card-row';
import { Grid } from './grid';
import { GroupedGrid } from './grouped-grid';
import type { Room } from './rows';

/** What a way to show the board is given. */
export interface ShownBoard {
  /** The cards as arranged; the same list until that changes. */
  keys: readonly string[];
  grouping: Grouping;
  view: View;
  scroller: RefObject<HTMLDivElement | null>;
}

/** All cards in little room, in groups or not. */
export function Compact({ keys, grouping, view, scroller }: ShownBoard) {
  return grouping.by === 'none' ? (
    <Grid look={LOOK} {...{ keys, view, scroller }} />
  ) : (
    <GroupedGrid look={LOOK} {...{ grouping, view, scroller }} />
  );
}

export const COMPACT: Room = {
  minWidth: 205,
  gap: 12,
  atLeast: { cards: 2, from: 280 },
  usualRow: 200,
};

const LOOK: CardLook = { room: COMPACT, Card: CompactCard };

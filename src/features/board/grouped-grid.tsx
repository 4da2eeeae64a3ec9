import { memo, useMemo, useRef, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useStore } from 'zustand';

import type { View } from '~/address/view';
import { foldMark, marksIn } from '~/core/folds';
import { titleUnder } from '~/core/title-under';
import { wholeTitle } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import { useLookAtGroups, useSections } from '~/engine/use-groups';
import { useT } from '~/i18n/use-t';
import type { Grouping } from '~/task-view/grouping';
import { player } from '~/task-view/player/player';

import { CardRow, LARGE_CARDS, type CardLook } from './card-row';
import { CardRows } from './card-rows';
import { GroupRegion, HeadSpace, USUAL_HEAD } from './group-region';
import { rowsOf, type Room } from './rows';
import { idOfRow, layOut, type LaidRows } from './section-rows';
import { InSection, LaidContext, Sections } from './sections';
import { useCardKeys } from './use-card-keys';
import { useColumns } from './use-columns';
import { useHold } from './use-hold';
import { useSelecting } from './use-selecting';
import { useStableSections } from './use-stable-sections';

export interface GroupedGridProps {
  grouping: Grouping;
  view: View;
  scroller: RefObject<HTMLDivElement | null>;
  look?: CardLook;
}

/** All cards in groups, each below its head. */
export const GroupedGrid = memo(function GroupedGrid(props: GroupedGridProps) {
  // Rows of another grouping have other heights: what was measured says nothing about them.
  return <OneGrouping key={props.grouping.by} {...props} />;
});

function OneGrouping({ grouping, view, scroller, look: cards = LARGE_CARDS }: GroupedGridProps) {
  const { by, folded } = grouping;
  const t = useT();
  const place = useRef<HTMLElement>(null);
  const handle = useRef<VirtualizerHandle>(null);
  const { columns, top } = useColumns(place, cards.room);
  const hold = useHold();
  const isPlaying = useStore(player, (state) => state.key !== null);
  const look = useLookAtGroups(by, view);
  const sections = useStableSections(useSections(look), view, hold.held || isPlaying);
  const laid = useMemo(() => {
    const marks = marksIn(folded);
    return layOut(sections, (id) => marks.has(foldMark(id)), columns);
  }, [sections, folded, columns]);
  const focusedRows = useMemo(
    () => (hold.focused === null ? [] : rowsWithFocus(laid, hold.focused)),
    [laid, hold.focused],
  );
  const shown = useMemo(() => laid.rows.flat(), [laid]);
  useSelecting(place, shown);
  useCardKeys({ place, handle, rows: laid.rows, focusedRows });
  const shared = useMemo(
    () => ({ laid, handle, grouping, look, Region: GroupRegion }),
    [laid, grouping, look],
  );
  return (
    <section ref={place} aria-label={t('board.tasks')} {...hold.handlers}>
      {columns === 0 ? null : (
        <LaidContext value={shared}>
          <CardRows
            {...{ columns, top, focusedRows, handle, scroller }}
            under={USUAL_HEAD}
            usualRow={usualRowIn(laid, cards.room)}
            rows={laid.rows}
            as={Sections}
            item={InSection}
          >
            {(row, index) => {
              const name = laid.names[index] ?? '';
              const section = laid.sections.get(idOfRow(name));
              return row.length === 0 ? (
                <HeadSpace key={name} isFolded={section?.isFolded === true} />
              ) : (
                <CardRow
                  key={name}
                  {...{ row, columns }}
                  look={cards}
                  before={section ? (index - section.head - 1) * columns : 0}
                  of={section?.keys.length}
                  titleThere={by === 'shot' ? underShot : inFull}
                />
              );
            }}
          </CardRows>
        </LaidContext>
      )}
    </section>
  );
}

/** No heading says the shot. */
const inFull = (title: string, { shot }: TrackedTask): string => wholeTitle(title, shot);
const underShot = (title: string, { shot }: TrackedTask): string => titleUnder(title, shot ?? '');

/** Estimated height of a row, in px: how many of them are heads differs much from board to board. */
function usualRowIn({ rows, sections }: LaidRows, { usualRow }: Room): number {
  if (rows.length === 0) return usualRow;
  const heads = sections.size;
  return Math.round((heads * USUAL_HEAD + (rows.length - heads) * usualRow) / rows.length);
}

/** @param focused the key of a card, or the id of the group whose head has the focus */
function rowsWithFocus({ rows, sections }: LaidRows, focused: string): number[] {
  const section = sections.get(focused);
  return section ? [section.head] : rowsOf(rows, [focused]);
}

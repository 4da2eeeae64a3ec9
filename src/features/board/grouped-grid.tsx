import { memo, useMemo, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useStore } from 'zustand';

import { BOARD } from '~/address/screens';
import { formatView, type View } from '~/address/view';
import { foldMark, marksIn } from '~/core/folds';
import { titleUnder } from '~/core/title-under';
import type { TrackedTask } from '~/core/tracked';
import type { Section } from '~/engine/answers/groups';
import { useTracked } from '~/engine/use-engine';
import { useLookAtGroups, useSections } from '~/engine/use-groups';
import { useT } from '~/i18n/use-t';
import type { Grouping } from '~/task-view/grouping';
import { player } from '~/task-view/player/player';

import { CardRow } from './card-row';
import { CardRows, USUAL_ROW } from './card-rows';
import { HeadSpace, USUAL_HEAD } from './group-region';
import { useHeldBack } from './held-back';
import { rowsOf } from './rows';
import { idOfRow, layOut, type LaidRows } from './section-rows';
import { InSection, LaidContext, Sections } from './sections';
import { placedElsewhere, stableSections, type DrawnSections } from './stable-sections';
import { useColumns } from './use-columns';
import { useHold } from './use-hold';
import { useSelecting } from './use-selecting';

export interface GroupedGridProps {
  grouping: Grouping;
  view: View;
  scroller: RefObject<HTMLDivElement | null>;
}

/** All cards in groups, each below its head. */
export const GroupedGrid = memo(function GroupedGrid(props: GroupedGridProps) {
  // Rows of another grouping have other heights: what was measured says nothing about them.
  return <OneGrouping key={props.grouping.by} {...props} />;
});

function OneGrouping({ grouping, view, scroller }: GroupedGridProps) {
  const { by, folded } = grouping;
  const t = useT();
  const place = useRef<HTMLElement>(null);
  const handle = useRef<VirtualizerHandle>(null);
  const { columns, top } = useColumns(place);
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
  const shared = useMemo(() => ({ laid, handle, grouping, look }), [laid, grouping, look]);
  return (
    <section ref={place} aria-label={t('board.tasks')} {...hold.handlers}>
      {columns === 0 ? null : (
        <LaidContext value={shared}>
          <CardRows
            {...{ columns, top, focusedRows, handle, scroller }}
            under={USUAL_HEAD}
            usualRow={usualRowIn(laid)}
            rows={laid.rows}
            as={Sections}
            item={InSection}
          >
            {(row, index) => {
              const name = laid.names[index] ?? '';
              return row.length === 0 ? (
                <HeadSpace
                  key={name}
                  isFolded={laid.sections.get(idOfRow(name))?.isFolded === true}
                />
              ) : (
                <CardRow
                  key={name}
                  row={row}
                  columns={columns}
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

const inFull = (title: string): string => title;
const underShot = (title: string, { shot }: TrackedTask): string => titleUnder(title, shot ?? '');

/** The groups to draw, as arranged, except that nothing moves while the person is using the grid. */
function useStableSections(
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

/** Estimated height of a row, in px: how many of them are heads differs much from board to board. */
function usualRowIn({ rows, sections }: LaidRows): number {
  if (rows.length === 0) return USUAL_ROW;
  const heads = sections.size;
  return Math.round((heads * USUAL_HEAD + (rows.length - heads) * USUAL_ROW) / rows.length);
}

/** @param focused the key of a card, or the id of the group whose head has the focus */
function rowsWithFocus({ rows, sections }: LaidRows, focused: string): number[] {
  const section = sections.get(focused);
  return section ? [section.head] : rowsOf(rows, [focused]);
}

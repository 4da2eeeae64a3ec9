import {
  createContext,
  use,
  type ComponentType,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import type { VirtualizerHandle } from 'virtua';

import type { LookAtGroups } from '~/engine/use-groups';
import type { Grouping } from '~/task-view/grouping';

import type { RegionProps } from './group-region';
import { idOfRow, type LaidRows, type LaidSection } from './section-rows';

interface Laid {
  laid: LaidRows;
  handle: RefObject<VirtualizerHandle | null>;
  grouping: Grouping;
  look: LookAtGroups;
  /** Draws one group. */
  Region: ComponentType<RegionProps>;
}

/** What `Sections` draws: the virtualiser hands it rows only. */
export const LaidContext = createContext<Laid | null>(null);

/** How far below the top of the virtualised rows a group begins, in px. */
const StartContext = createContext(0);

/** An element of the virtualiser. */
interface Placed {
  children: ReactNode;
  style: CSSProperties;
  ref?: Ref<HTMLDivElement>;
}

/**
 * The rendered rows as their groups. A group is as tall as all of its rows, rendered or not: so its head sticks until
 * the next one comes, without a script.
 */
export function Sections({ children, style, ref }: Placed) {
  const all = use(LaidContext);
  const height = typeof style.height === 'number' ? style.height : 0;
  return (
    <div ref={ref} style={style}>
      {all ? sectionsOf(all, children as readonly ReactElement[], height) : null}
    </div>
  );
}

/** A row in its group; its place is given from the top of all rows. */
export function InSection({ children, style, ref }: Placed) {
  const start = use(StartContext);
  const top = (typeof style.top === 'number' ? style.top : 0) - start;
  return (
    <div ref={ref} style={{ ...style, top }}>
      {children}
    </div>
  );
}

/** @param height of all rows, in px */
function sectionsOf(
  { laid, handle, grouping, look, Region }: Laid,
  rows: readonly ReactElement[],
  height: number,
): ReactElement[] {
  // Before the first measurement nothing is visible.
  const startOf = (row: number): number =>
    row < laid.rows.length ? (handle.current?.getItemOffset(row) ?? 0) : height;
  const drawn = new Map<LaidSection, ReactElement[]>();
  for (const row of rows) {
    const section = laid.sections.get(idOfRow(row.key ?? ''));
    if (!section) continue;
    const known = drawn.get(section);
    if (known) known.push(row);
    else drawn.set(section, [row]);
  }
  return [...drawn].map(([section, own]) => {
    const start = startOf(section.head);
    const style = { top: start, height: startOf(section.end) - start };
    return (
      <StartContext key={section.id} value={start}>
        <Region {...{ section, grouping, look, style }}>{own}</Region>
      </StartContext>
    );
  });
}

import { useId, type CSSProperties, type ReactNode } from 'react';

import type { LookAtGroups } from '~/engine/use-groups';
import type { Grouping } from '~/task-view/grouping';
import { cn } from '~/ui/cn';

import { GroupHead } from './group-head';
import type { LaidSection } from './section-rows';

/** What draws a group is given. */
export interface RegionProps {
  section: LaidSection;
  grouping: Grouping;
  look: LookAtGroups;
  /** Its place among all rows. */
  style: CSSProperties;
  /** The rendered rows of its tasks. */
  children: ReactNode;
}

/** Usual height of a group's head, in px. */
export const USUAL_HEAD = 48;

/** A group: its head, which sticks while its cards pass below, and the rendered rows of its cards. */
export function GroupRegion({ section, grouping, look, style, children }: RegionProps) {
  const { id, keys, isFolded } = section;
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="absolute start-0 w-full" style={style}>
      <div
        className={cn(
          'pointer-events-auto sticky top-0 z-10 -mx-2 bg-bg/92 px-2 frosted',
          heightOf(isFolded),
        )}
      >
        <GroupHead {...{ id, keys, isFolded, grouping, look, headingId }} />
      </div>
      {children}
    </section>
  );
}

/** The place among the rows that a head takes: fixed, so that it is right before the head is rendered. */
export function HeadSpace({ isFolded }: { isFolded: boolean }) {
  return <div className={heightOf(isFolded)} />;
}

/** On phones the pictures of a folded group stand below its name. */
export function heightOf(isFolded: boolean): string {
  return isFolded ? 'h-12 max-sm:h-24' : 'h-12 max-sm:h-16';
}

import { useId, type CSSProperties, type ReactNode } from 'react';

import { cn } from '~/ui/cn';

import { GroupHead, type GroupHeadProps } from './group-head';

/** Usual height of a group's head, in px. */
export const USUAL_HEAD = 48;

/** A group: its head, which sticks while its cards pass below, and the rendered rows of its cards. */
export function GroupRegion({
  style,
  children,
  ...head
}: Omit<GroupHeadProps, 'headingId'> & { style: CSSProperties; children: ReactNode }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="absolute left-0 w-full" style={style}>
      <div
        className={cn(
          'pointer-events-auto sticky top-0 z-10 -mx-2 bg-bg/92 px-2 frosted',
          heightOf(head.isFolded),
        )}
      >
        <GroupHead {...head} headingId={headingId} />
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

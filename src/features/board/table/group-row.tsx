import { useId } from 'react';

import type { LookAtGroups } from '~/engine/use-groups';
import { GroupHead } from '~/features/board/group-head';
import { heightOf } from '~/features/board/group-region';
import type { LaidSection } from '~/features/board/section-rows';
import type { Grouping } from '~/task-view/grouping';
import { cn } from '~/ui/cn';

/** The head of a group as a row of the table, as wide as what is seen of it. */
export function GroupRow({
  section: { id, keys, isFolded },
  index,
  look,
  grouping,
}: {
  section: LaidSection;
  index: number;
  look: LookAtGroups;
  grouping: Grouping;
}) {
  const headingId = useId();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className="border-b border-line bg-surface"
    >
      <div
        role="gridcell"
        aria-labelledby={headingId}
        data-cell={0}
        data-head={id}
        tabIndex={-1}
        className={cn(
          'sticky left-0 w-[100cqw] px-3 focus-ring focus-visible:-outline-offset-2',
          heightOf(isFolded),
        )}
      >
        <GroupHead {...{ id, keys, isFolded, look, grouping, headingId }} />
      </div>
    </div>
  );
}

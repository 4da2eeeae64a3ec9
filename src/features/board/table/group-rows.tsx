import { useId } from 'react';

import { GroupHead } from '~/features/board/group-head';
import { heightOf, type RegionProps } from '~/features/board/group-region';
import { cn } from '~/ui/cn';

/**
 * A group of the table. Its head is a row as wide as what is seen of it, and sticks below the head of the table while
 * the group's rows pass below.
 */
export function GroupRows({ section, look, grouping, style, children }: RegionProps) {
  const { id, keys, isFolded, head } = section;
  const headingId = useId();
  return (
    <div role="rowgroup" className="absolute start-0 w-full" style={style}>
      <div
        role="row"
        aria-rowindex={head + 2}
        data-row={head}
        // Over the names at the side, too.
        className="sticky top-9.5 z-15 border-b border-line bg-surface"
      >
        <div
          role="gridcell"
          aria-labelledby={headingId}
          data-cell={0}
          data-head={id}
          tabIndex={-1}
          className={cn(
            'sticky start-0 w-[100cqw] px-3 focus-ring focus-visible:-outline-offset-2',
            heightOf(isFolded),
          )}
        >
          <GroupHead {...{ id, keys, isFolded, look, grouping, headingId }} />
        </div>
      </div>
      {children}
    </div>
  );
}

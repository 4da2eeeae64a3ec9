import type { ComponentProps } from 'react';

import { TaskCard } from '~/task-view/card/task-card';

import { GAP, type Row } from './rows';

/** Cards side by side. */
export function CardRow({
  row,
  columns,
  ...place
}: { row: Row; columns: number } & Pick<ComponentProps<typeof TaskCard>, 'titleThere'>) {
  return (
    <div
      className="grid"
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gap: `${GAP / 16}rem`,
        paddingBottom: `${GAP / 16}rem`,
      }}
    >
      {row.map((key) => (
        <TaskCard key={key} taskKey={key} {...place} />
      ))}
    </div>
  );
}

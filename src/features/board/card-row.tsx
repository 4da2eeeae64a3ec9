import type { ComponentProps, ComponentType } from 'react';

import { TaskCard } from '~/task-view/card/task-card';

import { LARGE, type Room, type Row } from './rows';

/** How cards look, and the room they take. */
export interface CardLook {
  room: Room;
  Card: ComponentType<ComponentProps<typeof TaskCard>>;
}

export const LARGE_CARDS: CardLook = { room: LARGE, Card: TaskCard };

/** Cards side by side. */
export function CardRow({
  row,
  columns,
  look: { room, Card },
  before,
  ...place
}: {
  row: Row;
  columns: number;
  look: CardLook;
  /** How many cards of the same group, or of the board, are in the rows above. */
  before: number;
} & Pick<ComponentProps<typeof TaskCard>, 'titleThere' | 'of'>) {
  return (
    <div
      className="grid"
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gap: `${room.gap / 16}rem`,
        paddingBottom: `${room.gap / 16}rem`,
      }}
    >
      {row.map((key, at) => (
        <Card key={key} taskKey={key} n={before + at + 1} {...place} />
      ))}
    </div>
  );
}

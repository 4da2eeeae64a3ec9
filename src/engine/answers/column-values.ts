import { timesOf } from '~/core/times';
import { titleOf } from '~/core/title';
import type { ColumnId } from '~/core/table-columns';

import type { CardFacts } from './card-of';

type OwnId = Exclude<ColumnId, `column:${string}`>;

/** What a card has in a column: a number, or a text in nobody's language; null where the cell is empty. */
export function valueIn(card: CardFacts, column: ColumnId): string | number | null {
  const read = Object.hasOwn(VALUES, column) ? VALUES[column as OwnId] : null;
  const value = read ? read(card) : cellUnder(card, column.slice('column:'.length));
  return value === '' ? null : value;
}

function cellUnder({ tracked: { columns } }: CardFacts, heading: string): string | null {
  return Object.hasOwn(columns, heading) ? (columns[heading] ?? null) : null;
}

const VALUES = {
  name: ({ tracked, task }) => titleOf(tracked, task),
  shot: ({ tracked }) => tracked.shot,
  batch: ({ tracked }) => tracked.batch?.name ?? null,
  // What needs a person first, then as far as it is.
  status: ({ standing, task }) => STANDS[standing] - (task?.progress ?? 0) / 1000,
  model: ({ task }) => task?.model ?? null,
  took: ({ tracked, answer }) => timesOf(tracked, answer).tookMs,
  note: ({ tracked }) => tracked.note,
  picked: ({ tracked }) => (tracked.pickedAt === null ? null : 0),
  prompt: ({ task }) => task?.enhancedPrompt ?? task?.prompt ?? null,
  tags: ({ tracked }) => tracked.tags.join(', '),
  service: ({ tracked }) => tracked.base,
  added: ({ tracked }) => tracked.addedAt,
  id: ({ tracked }) => tracked.taskId,
} as const satisfies Record<OwnId, (card: CardFacts) => string | number | null>;

const STANDS = {
  attention: 0,
  running: 1,
  unseen: 2,
  ready: 3,
} as const satisfies Record<CardFacts['standing'], number>;

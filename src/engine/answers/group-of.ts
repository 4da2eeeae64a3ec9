import { headingOf, type GroupBy, type NamedGrouping } from '~/core/group-by';
import { isoDay } from '~/core/iso-day';
import type { TrackedTask } from '~/core/tracked';

import type { CardFacts } from './card-of';

/** Which group a card is in. */
interface GroupName {
  /** The same for all its cards. */
  id: string;
  /** What its words are made of: a name, an address, a day, a kind of failure; empty for a batch without a name. */
  value: string;
}

/** The id of the group of all cards without a value. */
export const NO_GROUP = '';

/** A card is in one group; null stands for the group of those without a value. */
export function groupOf(card: CardFacts, by: GroupBy): GroupName | null {
  const heading = headingOf(by);
  if (heading !== null) {
    const { columns } = card.tracked;
    return named(Object.hasOwn(columns, heading) ? columns[heading] : null);
  }
  return GROUP_OF[by as NamedGrouping](card);
}

/** The same for what only the person said of a task. */
export function groupOfTracked(tracked: TrackedTask, by: 'batch' | 'shot'): GroupName | null {
  const { batch, shot } = tracked;
  // Two batches may have the same name.
  return by === 'shot' ? named(shot) : batch && { id: batch.id, value: batch.name ?? '' };
}

const GROUP_OF = {
  none: () => null,
  batch: ({ tracked }) => groupOfTracked(tracked, 'batch'),
  shot: ({ tracked }) => groupOfTracked(tracked, 'shot'),
  service: ({ tracked }) => ({ id: tracked.base, value: tracked.base }),
  model: ({ task }) => named(task?.model),
  day: ({ tracked }) => named(isoDay(tracked.addedAt)),
  reason: (card) => named(reasonOf(card)),
} as const satisfies Record<NamedGrouping, (card: CardFacts) => GroupName | null>;

/** The group of a cell, as `groupOf` names it; null if the cell is empty. */
export function groupOfCell(text: string | undefined): GroupName | null {
  return named(text);
}

/** Case, full-width forms and further spaces make no other group: people type the same name in many ways. */
function named(text: string | null | undefined): GroupName | null {
  if (text === null || text === undefined) return null;
  const known = names.get(text);
  if (known !== undefined) return known;
  const value = text.trim().replaceAll(/\s+/g, ' ');
  const name = value === '' ? null : { id: value.normalize('NFKC').toLowerCase(), value };
  if (names.size >= MOST_NAMES) names.clear();
  names.set(text, name);
  return name;
}

/** Made once, for a board is grouped again and again. */
const names = new Map<string, GroupName | null>();
const MOST_NAMES = 5000;

/** Why it needs attention. A failure and a look-up problem may share a word. */
function reasonOf({ state, standing, task, trouble }: CardFacts): string | null {
  if (standing !== 'attention') return null;
  if (state === 'failed') return `failure.${task?.failure?.kind ?? 'unknown'}`;
  return state === 'cancelled' || trouble === null ? state : `trouble.${trouble}`;
}

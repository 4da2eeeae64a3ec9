import { columnValue } from '~/core/column-filter';
import { FAILURE_REASONS } from '~/core/failure';
import { ON, type FilterName, type Filters } from '~/core/filters';
import { stoodStill } from '~/engine/look-ups/forecast/estimate';

import type { CardFacts } from './card-of';
import { groupOfCell, groupOfTracked } from './group-of';
import type { UsualOf } from './order';
import type { Trouble } from './trouble';

type Values = readonly string[];

/** What is known of some tasks elsewhere, by their keys. */
export interface Marks {
  /** Videos that are kept on this device. */
  kept: ReadonlyMap<string, unknown>;
  /** What the person is told of them. */
  told: ReadonlyMap<string, Values>;
}

/** What a filter asks besides the card. */
export interface Around extends Marks {
  usualOf: UsualOf;
  /** When the spans of `added` began, in epoch ms. */
  since: readonly number[];
}

/** Why a card needs attention. */
export type Reason = (typeof FAILURE_REASONS)[keyof typeof FAILURE_REASONS] | 'cancelled' | Trouble;

const NONE: Values = [];
const YES: Values = [ON];

/** The values that a card has for each filter; those it is counted under, and found by. */
export const FILTERS: Readonly<Record<FilterName, (card: CardFacts, around: Around) => Values>> = {
  stuck: ({ trouble, answer, tracked }, { usualOf }) =>
    yes(trouble === null && stoodStill(answer, () => usualOf(tracked)) !== null),
  picked: ({ tracked }) => yes(tracked.pickedAt !== null),
  kept: ({ key }, { kept }) => yes(kept.has(key)),
  new: ({ standing, tracked }) => yes(standing === 'ready' && tracked.seenAt === null),
  reason: (card) => one(reasonOf(card)),
  service: ({ tracked }) => [tracked.base],
  model: ({ task }) => one(task?.model ?? null),
  key: ({ tracked }) => one(tracked.connectionId),
  tag: ({ tracked }) => tracked.tags,
  batch: ({ tracked }) => one(groupOfTracked(tracked, 'batch')?.id ?? null),
  shot: ({ tracked }) => one(groupOfTracked(tracked, 'shot')?.id ?? null),
  column: ({ tracked: { columns } }) =>
    Object.keys(columns).flatMap((heading) => {
      const id = groupOfCell(columns[heading])?.id;
      return id === undefined ? NONE : columnValue({ heading, id });
    }),
  told: ({ key }, { told }) => told.get(key) ?? NONE,
  added: ({ tracked }, { since }) =>
    SPANS.filter((_, index) => tracked.addedAt >= (since[index] ?? 0)),
};

/** Whether a card has one of the values of each filter; if one filter alone leaves it out, its name. */
export function missedBy(
  filters: Filters,
  valuesOf: (name: FilterName) => Values,
): FilterName | 'several' | null {
  let missed: FilterName | null = null;
  for (const name of Object.keys(filters) as FilterName[]) {
    const wanted = filters[name] ?? NONE;
    if (valuesOf(name).some((value) => wanted.includes(value))) continue;
    if (missed !== null) return 'several';
    missed = name;
  }
  return missed;
}

const SPANS = ['today', 'week', 'month'] as const;
const DAYS = [0, 6, 29] as const;

/** When today, and the spans of 7 and 30 days that end with it, began where the person is. */
export function daysBefore(now: number): readonly number[] {
  return DAYS.map((days) => {
    const day = new Date(now);
    day.setHours(0, 0, 0, 0);
    // Days are not all as long.
    return day.setDate(day.getDate() - days);
  });
}

function reasonOf({ standing, state, task, trouble }: CardFacts): Reason | null {
  if (standing !== 'attention') return null;
  if (state === 'cancelled') return state;
  return state === 'failed' ? FAILURE_REASONS[task?.failure?.kind ?? 'unknown'] : trouble;
}

function yes(is: boolean): Values {
  return is ? YES : NONE;
}

function one(value: string | null): Values {
  return value === null ? NONE : [value];
}

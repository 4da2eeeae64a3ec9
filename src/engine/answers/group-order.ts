import { headingOf, type GroupBy } from '~/core/group-by';
import type { Sort } from '~/core/standing';

import { inOrder, type Item } from './board-order';
import { NO_GROUP } from './group-of';

/** Where a group stands among the groups. */
export interface Place<T> {
  id: string;
  /** Made of its id by `sortable`. */
  name: string;
  /** Its first card. */
  first: Item;
  of: T;
}

type Compare = (a: Place<unknown>, b: Place<unknown>) => number;

/** The group whose first card is first; what has no value last. */
export const byFirst: Compare = (a, b) => lastOf(a, b) || inOrder(a.first, b.first);

/**
 * The order by name, SH2 before SH10, if that is the one people expect: shots, clients and models are looked for by
 * name, whatever was added last. What is ready soonest or needs the person is asked for across them all, and batches
 * and days have their order in time: null.
 */
export function byName(by: GroupBy, sort: Sort): Compare | null {
  const hasNames = headingOf(by) !== null || HAS_NAMES.has(by);
  return hasNames && (sort === 'newest' || sort === 'oldest') ? naturally : null;
}

const HAS_NAMES: ReadonlySet<GroupBy> = new Set(['shot', 'service', 'model']);

const naturally: Compare = (a, b) =>
  lastOf(a, b) || natural(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function lastOf(a: Place<unknown>, b: Place<unknown>): number {
  return Number(a.id === NO_GROUP) - Number(b.id === NO_GROUP);
}

/** Numbers of one length, so that they sort by what they count: a collator that does that itself takes ten times as long. */
export function sortable(id: string): string {
  return id.replaceAll(/\d+/g, (digits) => digits.padStart(MOST_DIGITS, '0'));
}

const MOST_DIGITS = 12;

let collator: Intl.Collator | null = null;

function natural(a: string, b: string): number {
  // Made when names are first compared: it costs some milliseconds.
  collator ??= new Intl.Collator();
  return collator.compare(a, b);
}

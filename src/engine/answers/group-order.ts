import { headingOf, type GroupBy } from '~/core/group-by';
import type { Sort } from '~/core/standing';
import { sortedColumn } from '~/core/table-columns';

import { inOrder, type Item } from './board-order';
import { NO_GROUP } from './group-of';
import { compareNames } from './names';

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
  const column = sortedColumn(sort)?.column;
  // A column that the groups are made of sorts them.
  const staysSo = column === undefined ? sort === 'newest' || sort === 'oldest' : column !== by;
  return hasNames && staysSo ? naturally : null;
}

const HAS_NAMES: ReadonlySet<GroupBy> = new Set(['shot', 'service', 'model']);

const naturally: Compare = (a, b) =>
  lastOf(a, b) || compareNames(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function lastOf(a: Place<unknown>, b: Place<unknown>): number {
  return Number(a.id === NO_GROUP) - Number(b.id === NO_GROUP);
}

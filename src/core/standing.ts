import type { ColumnSort } from './table-columns';

/** The filter's four choices. */
export const SHOWS = ['all', 'running', 'ready', 'attention'] as const;
export type Show = (typeof SHOWS)[number];

export const SORTS = ['newest', 'oldest', 'soonest', 'state'] as const;
export type NamedSort = (typeof SORTS)[number];
export type Sort = NamedSort | ColumnSort;

/** Reads an order; null if there is no such order. */
export function sortIn(text: string | null): Sort | null {
  const named = SORTS.find((sort) => sort === text);
  return named ?? (isColumnSort(text) ? text : null);
}

/** Whether a column sorts, if there is such a column. */
export function isColumnSort(sort: string | null): sort is ColumnSort {
  return sort !== null && /^(?:up|down):./.test(sort);
}

/**
 * Which filter a card belongs to, besides *All*: to none while nobody can say whether it runs, because its service has
 * not answered, or no longer does.
 */
export type Standing = Exclude<Show, 'all'> | 'unseen';

/** The filter's four choices. */
export const SHOWS = ['all', 'running', 'ready', 'attention'] as const;
export type Show = (typeof SHOWS)[number];

export const SORTS = ['newest', 'oldest', 'soonest', 'state'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * Which filter a card belongs to, besides *All*: to none while nobody can say whether it runs, because its service has
 * not answered, or no longer does.
 */
export type Standing = Exclude<Show, 'all'> | 'unseen';

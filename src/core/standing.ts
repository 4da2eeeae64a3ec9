/** The filter's four choices. */
export const SHOWS = ['all', 'running', 'ready', 'attention'] as const;
export type Show = (typeof SHOWS)[number];

export const SORTS = ['newest', 'oldest', 'soonest', 'state'] as const;
export type Sort = (typeof SORTS)[number];

/** Which filter a card belongs to, besides *All*. */
export type Standing = Exclude<Show, 'all'>;

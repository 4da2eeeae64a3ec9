/** A list of tasks that a script of the host writes, and that comes to the board by itself. */
export interface Feed {
  /** Also what its tasks are called together. */
  name: string;
  /** A full address, http(s). */
  url: string;
  /** The service whose tasks these are; no row may name another. */
  base: string;
  /** The relay adds the key of that service. */
  teamKey: boolean;
}

/** Why nothing came from a feed this time. */
export const FEED_PROBLEMS = [
  /** The network, or an address that does not let pages of other hosts read it: browsers do not say which. */
  'unreachable',
  'missing',
  'refused',
  'server',
  'redirect',
  'html',
  /** It stops in the middle, as a file does that is just being written. */
  'half',
  'unreadable',
  'no-ids',
  'large',
  /** It has more rows than are read; the last ones have come. */
  'rows',
  /** config.json says too little of it, or something wrong. */
  'settings',
] as const;
export type FeedProblem = (typeof FEED_PROBLEMS)[number];

/** A feed from which nothing comes at the moment, or not all. */
export interface FeedTrouble {
  name: string;
  problem: FeedProblem;
}

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

export class HostingError extends Error {}
/** The team's key, as the header that the relay adds. */
export interface AddedKey {
  header: string;
  value: string;
}
export interface Relay {
  upstreams: { name: string; base: string; adds: AddedKey | null; lists: boolean }[];
  mediaHosts: string[];
  /** Of one client with one key at one service. */
  client: Rate;
  /** Of look-ups with one key that really reach its service. */
  key: Rate;
  /** How long an answer is given to all who ask with the same key; 0: not at all. */
  shareSeconds: number;
}
export interface Rate {
  /** Requests per second. */
  rate: number;
  /** How many may come at once. */
  burst: number;
  /** Unanswered ones. */
  atOnce: number;
}
export function readRelay(env: Readonly<Record<string, string | undefined>>): Relay;

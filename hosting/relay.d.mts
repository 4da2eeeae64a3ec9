export class HostingError extends Error {}
/** The team's key, as the header that the relay adds. */
export interface AddedKey {
  header: string;
  value: string;
}
export interface Relay {
  upstreams: { name: string; base: string; adds: AddedKey | null }[];
  mediaHosts: string[];
  /** Requests per second for each client. */
  rate: number;
  /** How many may come at once. */
  burst: number;
  /** Unanswered ones. */
  atOnce: number;
}
export function readRelay(env: Readonly<Record<string, string | undefined>>): Relay;

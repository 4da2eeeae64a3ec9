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
export const PATHS: Readonly<Record<'refused' | 'lookUp' | 'film', string>>;
export const HIDDEN_HEADERS: readonly string[];
export const KEY_HEADERS: readonly string[];
export const PASSED_HEADERS: readonly string[];
export const RELAY_HEADERS: readonly (readonly [name: string, value: string])[];
export const ASKED_BY: string;
export type RelayAnswer = readonly [status: number, code: string, message: string];
export const ANSWERS: Readonly<
  Record<
    'notOffered' | 'notAllowed' | 'foreign' | 'tooLarge' | 'slower' | 'unreachable' | 'late',
    RelayAnswer
  >
>;
export function answerBody(answer: RelayAnswer): string;

export const PATHS: Readonly<Record<'refused' | 'lookUp' | 'list' | 'film', string>>;
export const SHOWN_HEADERS: readonly string[];
export function redirects(mediaHosts: readonly string[]): [expression: string, told: string][];
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
export const SLOWER_HEADERS: readonly (readonly [name: string, value: string])[];
export const CLIENTS_AT_ONE_ADDRESS: number;
export const ERROR_SHARED_FOR: number;
export const OLDEST: number;
export const ASK_AGAIN_AFTER: number;
export const SHARED: string;
export function answerBody(answer: RelayAnswer): string;

import type { Secret } from '~/features/add-tasks/pairing/pieces';

import type { Corrections, DraftText } from './draft-text';

/** What a person chose for a service: its base, or an address as typed. */
export type Choice = { base: string } | { typed: string };

/** What is still open once some tasks of a text are added, with everything a person said about it. */
export interface Rest {
  draft: DraftText & Corrections;
  /** Services and keys by row. */
  choices: ReadonlyMap<string, Choice>;
  keys: ReadonlyMap<string, Secret>;
}

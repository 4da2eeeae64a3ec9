import type { KeepKey } from '~/core/connection';
import type { Secret } from '~/features/add-tasks/pairing/pieces';
import type { ColumnRole, Correction } from '~/features/add-tasks/recognise/analysis';

import { maskKeys, type Hints, type Masked } from './secrets';

/** The most characters the box accepts, as many as the analyser reads. */
export const MAX_BOX = 1_000_000;

/** The text in the box, the keys behind its masks, and what was read from it. */
export interface DraftText extends Omit<Masked, 'caret'> {
  /** The text was too long and has been cut. */
  cut: boolean;
  /** Of a text that was partly added: what was said about it stays said. */
  answers?: Answers;
}

/** What a person chose for a service: its base, or an address as typed. */
export type Choice = { base: string } | { typed: string };

/** What a person said about a text. */
export interface Answers {
  corrections: readonly Correction[];
  columns: ReadonlyMap<string, ColumnRole>;
  /** Services and keys, by row. */
  choices: ReadonlyMap<string, Choice>;
  keys: ReadonlyMap<string, Secret>;
  keep: KeepKey;
  batch: string;
  /** A link or another app has brought the text. */
  arrived: boolean;
}

/** What a person said about the pieces of a text. */
export type Corrections = Pick<Answers, 'corrections' | 'columns'>;

/** Prepares pasted text for the box: masks every key, then cuts at the end of a line. */
export function draftOf(pasted: string, hints: Hints = {}): DraftText {
  const { caret: _, ...masked } = maskKeys(pasted, pasted.length, new Map(), hints);
  return shortened({ ...masked, cut: false }, hints);
}

/** Cut at the end of a line, or of a word: part of a key would not look like one. */
export function shortened(draft: DraftText, hints: Hints = {}): DraftText {
  if (draft.text.length <= MAX_BOX) return draft;
  const line = draft.text.lastIndexOf('\n', MAX_BOX);
  const word = draft.text.slice(0, MAX_BOX).search(/[\s,;，；][^\s,;，；]*$/);
  const end = [line, word].find((at) => at > MAX_BOX / 2) ?? MAX_BOX;
  const { caret: _, ...masked } = maskKeys(draft.text.slice(0, end), end, draft.secrets, hints);
  return { ...masked, cut: true };
}

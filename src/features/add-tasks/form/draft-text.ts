import { maskKeys, type Secrets } from './secrets';

/** The most characters the box accepts: more would make typing slow. */
export const MAX_BOX = 200_000;

/** The text in the box, and the keys behind its masks. */
export interface DraftText {
  text: string;
  secrets: Secrets;
  /** The text was too long and has been cut. */
  cut: boolean;
}

/** Prepares pasted text for the box: masks every key, then cuts at the end of a line. */
export function draftOf(pasted: string): DraftText {
  const { text, secrets } = maskKeys(pasted, pasted.length, new Map());
  return shortened({ text, secrets, cut: false });
}

/** Keys are already masked here, so cutting can never expose part of one. */
export function shortened(draft: DraftText): DraftText {
  if (draft.text.length <= MAX_BOX) return draft;
  const line = draft.text.lastIndexOf('\n', MAX_BOX);
  const end = line > MAX_BOX / 2 ? line : MAX_BOX;
  return { ...draft, text: draft.text.slice(0, end), cut: true };
}

import { maskKeys, type Secrets } from './secrets';

/** The box takes this many characters: more would make typing in it slow. */
export const MAX_BOX = 200_000;

/** What stands in the box, and the keys behind its masks. */
export interface DraftText {
  text: string;
  secrets: Secrets;
  /** The text was longer than the box takes; the rest was left out. */
  cut: boolean;
}

/** A text that arrives at once, ready for the box: every key masked, then cut at the end of a line. */
export function draftOf(pasted: string): DraftText {
  const { text, secrets } = maskKeys(pasted, pasted.length, new Map());
  return shortened({ text, secrets, cut: false });
}

/** Keys are masked before, so that the cut never leaves half a key to be read. */
export function shortened(draft: DraftText): DraftText {
  if (draft.text.length <= MAX_BOX) return draft;
  const line = draft.text.lastIndexOf('\n', MAX_BOX);
  const end = line > MAX_BOX / 2 ? line : MAX_BOX;
  return { ...draft, text: draft.text.slice(0, end), cut: true };
}

import { createStore } from 'zustand/vanilla';

/** What the last action for many has done. */
interface Outcome {
  text: string;
  /** The tasks it left out, and why most of them. */
  skipped: { text: string; keys: readonly string[] } | null;
  /** Takes all of it back; null where nothing can be taken back. */
  undo: (() => void) | null;
}

/** Shown in the bar until the next action, or until nothing is chosen. */
export const outcome = createStore<{ last: Outcome | null }>(() => ({ last: null }));

export function tellOutcome(last: Outcome | null): void {
  outcome.setState({ last });
}

import { createStore } from 'zustand/vanilla';

import type { Skipped } from './bulk';

/** What the last action for many has done. */
interface Outcome {
  text: string;
  /** The tasks it left out, and why. */
  skipped: Skipped;
  /** Takes all of it back; null where nothing can be taken back. */
  undo: (() => void) | null;
}

/** Shown in the bar until the next action, or until nothing is chosen. */
export const outcome = createStore<{ last: Outcome | null }>(() => ({ last: null }));

export function tellOutcome(last: Outcome | null): void {
  outcome.setState({ last });
}

/** What became of an action that a dialog went on with: what was left out before is left out still. */
export function tellEnd({ skipped, ...end }: Outcome): void {
  outcome.setState(({ last }) => ({
    last: { ...end, skipped: [...(last?.skipped ?? []), ...skipped] },
  }));
}

import { useRef, type KeyboardEvent } from 'react';

import type { Secrets } from './secrets';

interface Step {
  text: string;
  secrets: Secrets;
}

/** How many steps are kept, and within how many ms typing counts as one step. */
const MAX_STEPS = 50;
const ONE_STEP_MS = 800;

/**
 * Undo and redo for a field whose text the page sets: that clears the browser's history, which must not bring back a
 * masked key anyway. A key that was still being typed is masked when its step returns.
 */
export function useUndo(
  now: Step,
  restore: (step: Step, caret: number) => void,
): { keep: (next: string) => void; onKeyDown: (event: KeyboardEvent) => void } {
  const done = useRef<Step[]>([]);
  const undone = useRef<Step[]>([]);
  const last = useRef(-Infinity);
  const move = (from: Step[], to: Step[]): void => {
    const step = from.pop();
    if (!step) return;
    to.push(now);
    last.current = -Infinity;
    restore(step, endOfChange(now.text, step.text));
  };
  return {
    /** Call before the text becomes `next`. */
    keep(next) {
      if (next === now.text) return;
      const typed = Math.abs(next.length - now.text.length) === 1;
      const at = performance.now();
      if (!typed || at - last.current > ONE_STEP_MS) done.current.push(now);
      last.current = typed ? at : -Infinity;
      done.current.splice(0, done.current.length - MAX_STEPS);
      undone.current = [];
    },
    onKeyDown(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!redo && key !== 'z') return;
      event.preventDefault();
      if (redo) move(undone.current, done.current);
      else move(done.current, undone.current);
    },
  };
}

/** The first place in which two texts differ. */
export function firstChange(before: string, after: string): number {
  let same = 0;
  while (same < after.length && before[same] === after[same]) same += 1;
  return same;
}

/** Where the caret goes when `before` becomes `after`: after the restored text. */
export function endOfChange(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return after.length - same;
}

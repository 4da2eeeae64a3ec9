import { createStore } from 'zustand/vanilla';

import { refKey } from '~/core/answer';
import type { Engine } from '~/engine/engine';

import { endOf } from '~/engine/answers/end';

import { isSeen } from './looks';

/** What ended since a tab of this page was last looked at, by `refKey`. Replaced, never mutated. */
interface Missed {
  ready: ReadonlySet<string>;
  failed: ReadonlySet<string>;
}

const NONE: Missed = { ready: new Set(), failed: new Set() };

export const missed = createStore<Missed>(() => NONE);

/** The person looks. */
export function sawAll(): void {
  if (missed.getState() !== NONE) missed.setState(NONE, true);
}

/** Notes what ends while nobody can see it in this tab, and what had ended before it was opened; until the returned function. */
export function followMissed(
  { on, tracked, answers }: Pick<Engine, 'on' | 'tracked' | 'answers'>,
  seenAt: () => number,
): () => void {
  const note = (key: string): void => {
    const task = tracked.getState().tasks.get(key);
    const end = task && endOf(task, answers.get(task));
    if (!end || end.kind === 'cancelled' || end.foundAt <= seenAt()) return;
    const { [end.kind]: before, ...other } = missed.getState();
    if (!before.has(key)) missed.setState({ ...other, [end.kind]: new Set([...before, key]) });
  };
  if (!isSeen() && seenAt() > 0) for (const key of tracked.getState().tasks.keys()) note(key);
  return on('answered', ({ ref, before, after }) => {
    if (!isSeen() && before.task?.state !== after.task?.state) note(refKey(ref));
  });
}

import * as v from 'valibot';

import type { Answer, TaskRef } from '~/core/answer';

import {
  historySchema,
  NO_HISTORY,
  usual,
  type Durations,
  type History,
  type HistoryKey,
} from '~/engine/look-ups/forecast/history';

/** What this browser has learnt about how long tasks take. Look-ups add to it; cards only read it. */
export interface Learnt {
  history: History;
  /** A history in an unknown format was written by another version and must not be overwritten. */
  readonly mayKeep: boolean;
  usual(task: TaskRef, answer: Answer): Durations | null;
}

/** What was stored, as far as it can be read. */
export function createLearnt(stored: unknown): Learnt {
  const kept = v.safeParse(historySchema, stored);
  const learnt: Learnt = {
    history: kept.success ? kept.output : NO_HISTORY,
    mayKeep: kept.success || stored === null,
    usual: (task, answer) => usual(learnt.history, likeness(task, answer)),
  };
  return learnt;
}

/** What makes two tasks similar. */
export function likeness({ base }: TaskRef, { task }: Answer): HistoryKey {
  return { base, model: task?.model ?? null, seconds: task?.seconds ?? null };
}

import type { Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';

/** What is worth telling a person who is not looking. */
export type Transition = 'ready' | 'failed';

const TELLS = {
  completed: 'ready',
  failed: 'failed',
  cancelled: 'failed',
  queued: null,
  running: null,
  unknown: null,
} as const satisfies Record<TaskState, Transition | null>;

/**
 * The news between two answers of one task; null where there is none. A task that was already finished when it
 * was first looked at is no news: the person sees it come in.
 */
export function transition(before: Answer | undefined, after: Answer): Transition | null {
  if (!before?.task || !after.task || before.task.state === after.task.state) return null;
  return TELLS[after.task.state];
}

export interface News {
  /** Counts the batches, so that the same sentence twice is said twice. */
  batch: number;
  ready: number;
  failed: number;
}

export const NO_NEWS: News = { batch: 0, ready: 0, failed: 0 };

export function addNews(news: News, told: Transition): News {
  return { ...news, [told]: news[told] + 1 };
}

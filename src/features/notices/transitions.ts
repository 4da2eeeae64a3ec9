import type { Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';

/** What is worth telling a person who is looking elsewhere. */
type Transition = 'ready' | 'failed';

const TELLS = {
  completed: 'ready',
  failed: 'failed',
  cancelled: 'failed',
  queued: null,
  running: null,
  unknown: null,
} as const satisfies Record<TaskState, Transition | null>;

/**
 * The news between two answers of a task; null if there is none. A task that was already finished at its first look-up
 * is not news, because the person sees it arrive.
 */
export function transition(before: Answer | undefined, after: Answer): Transition | null {
  if (!before?.task || !after.task || before.task.state === after.task.state) return null;
  return TELLS[after.task.state];
}

export interface News {
  /** Number of the batch, so that the same sentence twice is announced twice. */
  batch: number;
  ready: number;
  failed: number;
}

export const NO_NEWS: News = { batch: 0, ready: 0, failed: 0 };

export function addNews(news: News, change: Transition): News {
  return { ...news, [change]: news[change] + 1 };
}

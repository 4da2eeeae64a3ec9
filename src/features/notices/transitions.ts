import type { Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';

/** How a task ends; each is told by another word. */
export type Ending = 'ready' | 'failed' | 'cancelled';

const ENDINGS = {
  completed: 'ready',
  failed: 'failed',
  cancelled: 'cancelled',
  queued: null,
  running: null,
  unknown: null,
} as const satisfies Record<TaskState, Ending | null>;

/**
 * How a task has ended between two answers; null if it has not. One that had ended before its first look-up is told too:
 * who cannot see its card arrive would wait for it.
 */
export function transition(before: Answer | undefined, after: Answer): Ending | null {
  if (!after.task || before?.task?.state === after.task.state) return null;
  return ENDINGS[after.task.state];
}

/** The titles of tasks that have ended, in their order. */
export type News = Readonly<Record<Ending, readonly string[]>>;

export const NO_NEWS: News = { ready: [], failed: [], cancelled: [] };

export function addNews(news: News, ending: Ending, title: string): News {
  return { ...news, [ending]: [...news[ending], title] };
}

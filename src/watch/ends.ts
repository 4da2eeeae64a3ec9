import { refKey } from '~/core/answer';
import type { Bus } from '~/engine/bus';
import {
  batchEndOf,
  goesOn,
  groupKey,
  toldGroupOf,
  type BatchEnd,
} from '~/engine/answers/batch-end';
import type { EngineState } from '~/engine/state';

interface EndsOptions {
  state: Pick<EngineState, 'tracked' | 'answers'>;
  bus: Pick<Bus, 'on'>;
  /** When it began to watch, in epoch ms. */
  startedAt: number;
  byShot: boolean;
  tell: (end: BatchEnd) => void;
}

/**
 * Tells of each batch, or shot, when the last of its tasks has ended. What had ended before is not told: the end of a
 * task is news if it was seen going on, if its service says that it ended since, or if it came to a list that was known.
 */
export function followEnds({ state, bus, startedAt, byShot, tell }: EndsOptions): void {
  const lists = new Set<string>();
  const late = new Set<string>();
  const news = new Set<string>();
  bus.on('added', ({ tasks }) => {
    for (const task of tasks) if (lists.has(task.batch?.id ?? '')) late.add(refKey(task));
    for (const { batch } of tasks) lists.add(batch?.id ?? '');
  });
  bus.on('answered', ({ ref, before, after }) => {
    if (goesOn(after) || !goesOn(before)) return;
    const { tasks } = state.tracked.getState();
    const task = tasks.get(refKey(ref));
    if (!task) return;
    const saidAt = after.task?.completedAt ?? 0;
    const isLate = late.delete(refKey(task));
    if (before.task !== null || isLate || saidAt >= startedAt)
      news.add(groupKey(toldGroupOf(task, tasks, byShot)));
    const end = batchEndOf(task, tasks, (one) => state.answers.get(one), byShot);
    if (end && news.delete(groupKey(end.group))) tell(end);
  });
}

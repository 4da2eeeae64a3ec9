import { linkOf } from '~/core/has-video';
import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

/** The columns of the table that goes with downloads, the same in every language because programs read it too. */
export const COLUMNS = [
  'id',
  'label',
  'prompt',
  'enhanced_prompt',
  'model',
  'state',
  'created',
  'completed',
  'link',
  'service',
  'batch',
  'shot',
  'picked',
  'file',
  'problem',
] as const;

/** A task's row without its last two columns, which are known once its video has been fetched. */
export function rowOf(tracked: TrackedTask, task: Task): (string | null)[] {
  return [
    tracked.taskId,
    tracked.label,
    task.prompt,
    task.enhancedPrompt,
    task.model,
    task.state,
    isoTime(task.createdAt),
    isoTime(task.completedAt),
    linkOf(task),
    tracked.base,
    tracked.batch?.name ?? null,
    tracked.shot,
    tracked.pickedAt === null ? null : 'yes',
  ];
}

/** ISO 8601 in UTC; null if there is no time. */
function isoTime(at: number | null): string | null {
  const date = new Date(at ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

/** The columns of the table that goes with downloads: the same in every language, for programs read it too. */
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
  'picked',
  'file',
  'problem',
] as const;

/** A task's row, but for its last two columns: those are known once its video has been fetched. */
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
    task.video?.kind === 'link' ? task.video.url : null,
    tracked.base,
    tracked.batch,
    tracked.pickedAt === null ? null : 'yes',
  ];
}

/** ISO 8601 in UTC; null for what is no moment. */
function isoTime(at: number | null): string | null {
  const date = new Date(at ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

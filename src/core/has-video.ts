import type { Answer } from './answer';
import type { Task, TaskVideo } from './task';

/** The video to play, as far as is known; null if there is none yet, or the service refused to give one. */
export function videoIn({ task, content }: Answer): TaskVideo | null {
  const video = task?.video ?? null;
  return video?.kind === 'content' && content === 'refused' ? null : video;
}

/** Whether the service says ready and gives no video. */
export function isEmpty(answer: Answer): boolean {
  return Boolean(answer.task?.video) && videoIn(answer) === null;
}

/** The link to its video; null if there is none, or it needs the key. */
export function linkOf(task: Task | null): string | null {
  return task?.video?.kind === 'link' ? task.video.url : null;
}

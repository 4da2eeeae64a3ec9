import { DEFAULT_COMPARISON } from '~/address/comparison';
import { changeView } from '~/address/use-view';
import type { TaskRef } from '~/core/answer';

import { stopPlaying } from '~/task-view/player/player';

/** Opens a comparison starting with this task. */
export function compareWith(task: TaskRef): void {
  compareAll([task]);
}

/** Opens a comparison of these tasks, at most `MAX_COMPARED`. */
export function compareAll(tasks: readonly TaskRef[]): void {
  stopPlaying();
  const videos = tasks.map(({ base, taskId }) => ({ base, taskId }));
  const comparison = { ...DEFAULT_COMPARISON, videos };
  changeView({ screen: { kind: 'compare', comparison } });
}

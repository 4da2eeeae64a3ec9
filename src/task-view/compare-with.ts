import { DEFAULT_COMPARISON } from '~/address/comparison';
import { changeView } from '~/address/use-view';
import type { TaskRef } from '~/core/answer';

import { stopPlaying } from '~/task-view/player/player';

/** Opens a comparison of these tasks, or that begins with this one. */
export function compareWith(...tasks: readonly TaskRef[]): void {
  stopPlaying();
  const comparison = {
    ...DEFAULT_COMPARISON,
    videos: tasks.map(({ base, taskId }) => ({ base, taskId })),
  };
  changeView({ screen: { kind: 'compare', comparison } });
}

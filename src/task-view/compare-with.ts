import { DEFAULT_COMPARISON } from '~/address/comparison';
import { changeView } from '~/address/use-view';
import type { TaskRef } from '~/core/answer';

import { stopPlaying } from '~/task-view/player/player';

/** Opens a comparison starting with this task. */
export function compareWith({ base, taskId }: TaskRef): void {
  stopPlaying();
  const comparison = { ...DEFAULT_COMPARISON, videos: [{ base, taskId }] };
  changeView({ screen: { kind: 'compare', comparison } });
}

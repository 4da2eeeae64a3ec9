import { changeView } from '~/address/use-view';
import { DEFAULT_COMPARISON } from '~/address/view';
import type { TaskRef } from '~/core/answer';

import { stopPlaying } from '~/task-view/player/player';

/** Opens a comparison starting with this task. */
export function compareWith({ base, taskId }: TaskRef): void {
  stopPlaying();
  changeView({ compare: { ...DEFAULT_COMPARISON, videos: [{ base, taskId }] } });
}

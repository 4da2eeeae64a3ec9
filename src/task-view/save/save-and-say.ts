import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { Media } from '~/engine/media/media';
import { translate } from '~/i18n/i18n';
import { savedWords } from '~/task-view/words/saved-words';
import { showToast } from '~/ui/toast';

import { saveVideo } from './save-video';

/** Saves a video and says how that ended. */
export async function saveAndSay(media: Media, tracked: TrackedTask, task: Task): Promise<void> {
  const text = savedWords(await saveVideo(media, tracked, task), translate);
  if (text !== null) showToast({ text });
}

import { linkOf } from '~/core/has-video';
import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { Media } from '~/engine/media/media';
import { MOST } from '~/engine/media/save/memory';
import { translate } from '~/i18n/i18n';
import { savedWords } from '~/task-view/words/saved-words';
import { openTab } from '~/ui/download';
import { showToast } from '~/ui/toast';

import { saveVideo, type Saved } from './save-video';

/** How long the notice about a large video stays, in ms: there is something to decide. */
const DECIDE_MS = 30_000;

/** Saves a video and says how that ended. One that would have to be held in memory is saved if the person agrees. */
export async function saveAndSay(
  media: Media,
  tracked: TrackedTask,
  task: Task,
  large = false,
): Promise<void> {
  const saved = await saveVideo(media, tracked, task, large);
  const text = savedWords(saved, translate);
  if (text === null) return;
  if (!isLarge(saved)) return showToast({ text });
  const link = linkOf(task);
  // Where it is too much for the page, the browser may save what it shows.
  const action =
    !large && saved.bytes <= MOST
      ? {
          label: translate('player.loadAnyway'),
          run: () => void saveAndSay(media, tracked, task, true),
        }
      : link !== null && { label: translate('player.openTab'), run: () => openTab(link) };
  showToast({ text, durationMs: DECIDE_MS, ...(action && { action }) });
}

function isLarge(saved: Saved): saved is Extract<Saved, { kind: 'problem' }> & { bytes: number } {
  return saved.kind === 'problem' && saved.reason === 'large' && saved.bytes !== undefined;
}

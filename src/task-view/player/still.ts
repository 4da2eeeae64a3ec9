import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { fileName } from '~/engine/media/save/file-name';
import { translate } from '~/i18n/i18n';
import { saveBlob } from '~/ui/download';
import { showToast } from '~/ui/toast';

import { player } from './player';
import { playerElement } from './player-element';

/** Saves the frame on screen and says whether it worked. */
export async function takeStill({
  key,
  tracked,
  task,
}: {
  key: string;
  tracked: TrackedTask;
  task: Task | null;
}): Promise<void> {
  const now = player.getState();
  if (now.key !== key || now.status !== 'playing' || task === null) {
    showToast({ text: translate('player.stillFirst') });
    return;
  }
  const name = now.readable ? await saveStill(playerElement(), tracked, task) : null;
  showToast({
    text: name === null ? translate('player.stillBlocked') : translate('player.saved', { name }),
  });
}

/** Saves the frame on screen as a PNG in the video's own size. Null if it cannot be read. */
async function saveStill(
  element: HTMLVideoElement,
  tracked: TrackedTask,
  task: Task,
): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = element.videoWidth;
  canvas.height = element.videoHeight;
  try {
    canvas.getContext('2d')?.drawImage(element, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (blob === null) return null;
    const name = fileName(tracked, task, Date.now(), 'image/png', momentIn(element.currentTime));
    saveBlob(blob, name);
    return name;
  } catch {
    // Another site's video may be shown but not read.
    return null;
  }
}

/** `1m03.80s`, because a colon is not allowed in file names. */
function momentIn(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = (seconds - minutes * 60).toFixed(2).padStart(5, '0');
  return `${minutes}m${rest}s`;
}

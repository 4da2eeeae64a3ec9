import type { Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { copyText } from '~/task-view/copy';

import { supportNote } from './support-note';

/** Copies a note about a task as it is now. @param keyMask the masked key */
export function copySupportNote(
  tracked: TrackedTask,
  answer: Answer,
  keyMask: string | null,
): Promise<void> {
  return copyText(supportNote(tracked, answer, keyMask, Date.now()));
}

import type { TaskRef } from './answer';

/** A task the person tracks: a card. Only the person removes it. */
export interface TrackedTask extends TaskRef {
  /** The key used for look-ups; null if there is none, or no longer. */
  connectionId: string | null;
  /** Other keys of the same service that may know the task, likeliest first. */
  otherConnectionIds: string[];
  label: string | null;
  /** The name of the batch it was added with. */
  batch: string | null;
  /** Epoch ms. */
  addedAt: number;
  /** Epoch ms when the person first saw it finished; null means *New*. */
  seenAt: number | null;
  /** Epoch ms when the person picked it as the best take; null if not picked. */
  pickedAt: number | null;
}

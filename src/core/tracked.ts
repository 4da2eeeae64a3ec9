import type { TaskRef } from './answer';

/** One id that the person watches: a card. Only the person removes it. */
export interface TrackedTask extends TaskRef {
  /** The key it is asked with; null when none is known (any more). */
  connectionId: string | null;
  /** Other keys of the same service that may know it, likeliest first. */
  otherConnectionIds: string[];
  label: string | null;
  /** The name of the batch it was added with. */
  batch: string | null;
  /** Epoch ms. */
  addedAt: number;
  /** Epoch ms at which the person first saw it finished; null is *New*. */
  seenAt: number | null;
  /** Epoch ms at which the person picked it among its rivals; null: not picked. */
  pickedAt: number | null;
}

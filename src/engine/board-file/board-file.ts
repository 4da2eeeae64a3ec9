import type { TrackedTask } from '~/core/tracked';
import { maskKeys } from '~/engine/gateway/clean-message';

/** The version of the format. A file with a higher one comes from a newer page. */
export const FORMAT = 1;

/** Where a finished video can be watched without a key, as long as its link lasts. */
export interface VideoLink {
  url: string;
  /** Epoch ms; null if the service has not said. */
  expiresAt: number | null;
  poster: string | null;
}

/** What of a task leaves this browser: what people wrote, and where it is looked up. Never a key, nor which one. */
export type CarriedTask = Omit<TrackedTask, 'connectionId' | 'otherConnectionIds'> & {
  /** Only if the person wants it to be handed on. */
  video?: VideoLink | undefined;
};

/** A part of a board that is handed over, or all of it as a backup. */
export interface BoardFile {
  /** The name of what was handed over, such as a shot or a view. */
  name: string | null;
  /** Whether it is somebody's whole board: then it says when each task was added, seen and changed. */
  isBackup: boolean;
  /** Epoch ms when it was written. */
  madeAt: number;
  tasks: readonly CarriedTask[];
}

/** The file as JSON. Texts in which a key stands by accident have it masked; whoever reads it knows no better. */
export function writeBoardFile({ name, isBackup, madeAt, tasks }: BoardFile): string {
  return JSON.stringify({
    rushes: FORMAT,
    kind: isBackup ? 'backup' : 'share',
    name: name === null ? undefined : maskKeys(name),
    madeAt,
    tasks: tasks.map((task) => written(task, isBackup)),
  });
}

/** A task without what it does not say, which is most of it. */
function written(task: CarriedTask, isBackup: boolean): object {
  const { base, taskId, label, batch, shot, columns, note, tags, pickedAt, video } = task;
  const { addedAt, seenAt, changedAt } = task;
  const cells = Object.entries(columns).map(([heading, cell]) => [masked(heading), masked(cell)]);
  return {
    base,
    taskId,
    label: masked(label),
    batch: batch ? { id: batch.id, name: masked(batch.name) } : undefined,
    shot: masked(shot),
    columns: cells.length > 0 ? cells : undefined,
    note: masked(note),
    tags: tags.length > 0 ? tags.map(masked) : undefined,
    pickedAt: pickedAt ?? undefined,
    video,
    ...(isBackup
      ? { addedAt, seenAt: seenAt ?? undefined, changedAt: changedAt ?? undefined }
      : undefined),
  };
}

function masked(text: string | null): string | undefined {
  return text === null ? undefined : maskKeys(text);
}

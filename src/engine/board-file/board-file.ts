import type { SaidAt } from '~/core/said-at';
import type { TrackedTask } from '~/core/tracked';
import { maskKeys } from '~/engine/gateway/clean-message';

/** The version of the format. A file with a higher one comes from a newer page. */
export const FORMAT = 1;

/** Where a finished video can be watched without a key, as long as its link lasts. */
interface VideoLink {
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
  /** The address of a comparison of these tasks, which is opened once they are there: `#/compare/…`. */
  opens: string | null;
  tasks: readonly CarriedTask[];
}

/** The file as JSON. Texts in which a key stands by accident have it masked; whoever reads it knows no better. */
export function writeBoardFile({ name, isBackup, madeAt, opens, tasks }: BoardFile): string {
  return JSON.stringify({
    rushes: FORMAT,
    kind: isBackup ? 'backup' : 'share',
    name: name === null ? undefined : maskKeys(name),
    madeAt,
    opens: masked(opens),
    tasks: tasks.filter(isKeyless).map((task) => written(task, isBackup)),
  });
}

/** Whether a task can be named without a key: one may have been taken for an id, or stand in the address of a service. */
export function isKeyless({ base, taskId }: Pick<CarriedTask, 'base' | 'taskId'>): boolean {
  return [base, taskId].every((text) => maskKeys(text) === text);
}

/** Whether a link opens with more than its own signature. What signs a link looks like a key: only what is surely one counts. */
export function hasKeyInside(url: string): boolean {
  return /\b(?:sk-[\w-]{8,}|AIza[\w-]{30,})/.test(url);
}

/** A task without what it does not say, which is most of it. */
function written(task: CarriedTask, isBackup: boolean): object {
  const { base, taskId, label, batch, shot, columns, note, tags, pickedAt, video } = task;
  const { addedAt, seenAt, changedAt, saidAt } = task;
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
    video: video && writtenVideo(video),
    ...(isBackup
      ? {
          addedAt,
          seenAt: seenAt ?? undefined,
          changedAt: changedAt ?? undefined,
          saidAt: saidAt && writtenTimes(saidAt),
        }
      : undefined),
  };
}

function writtenVideo({ url, expiresAt, poster }: VideoLink): VideoLink | undefined {
  if (hasKeyInside(url)) return undefined;
  return { url, expiresAt, poster: poster !== null && hasKeyInside(poster) ? null : poster };
}

/** Headings stand in it. */
function writtenTimes(saidAt: SaidAt): SaidAt {
  return Object.fromEntries(Object.entries(saidAt).map(([part, at]) => [maskKeys(part), at]));
}

function masked(text: string | null): string | undefined {
  return text === null ? undefined : maskKeys(text);
}

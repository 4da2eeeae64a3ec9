import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

import { isoDay } from '~/core/iso-day';
import { shortId, titleOf } from '~/core/title';

/** Characters that some file systems refuse or that mean something in a path. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const REFUSED = /[\u0000-\u001F\u007F-\u009F"*/:<>?\\|\u200B-\u200F\u2028-\u202E\u2066-\u2069]+/g;
const MAX_NAME = 120;

/**
 * A file name that is easy to find again: `Harbour fly-over – sora-2 – 2026-11-23 – video_5c6a605a…d9980.mp4`.
 * @param now epoch ms, for tasks without a date @param type the file's media type
 * @param moment position in the video, for a still
 */
export function fileName(
  tracked: TrackedTask,
  task: Task,
  now: number,
  type = 'video/mp4',
  moment: string | null = null,
): string {
  const parts = [
    titleOf(tracked, task),
    task.model,
    isoDay(task.completedAt ?? task.createdAt ?? now),
    shortId(tracked.taskId),
    moment,
  ];
  const name = parts
    .filter((part) => part !== null)
    .map((part) => part.replaceAll(REFUSED, ' ').replaceAll(/\s+/g, ' ').trim())
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
    .join(' – ');
  const tidy = name.slice(0, MAX_NAME).replaceAll(/^[.\s]+|[.\s]+$|\p{Surrogate}/gu, '');
  return `${tidy || 'video'}.${ending(type)}`;
}

function ending(type: string): string {
  return ENDINGS.find(([start]) => type.toLowerCase().startsWith(start))?.[1] ?? 'mp4';
}

const ENDINGS = [
  ['image/png', 'png'],
  ['video/webm', 'webm'],
  ['video/quicktime', 'mov'],
  ['video/x-matroska', 'mkv'],
] as const;

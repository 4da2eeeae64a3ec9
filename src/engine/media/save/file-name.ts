import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

import { isoDay } from '~/core/iso-day';
import { shortId, titleOf } from '~/core/title';

/** Characters that some file systems refuse or that mean something in a path. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const REFUSED = /[\u0000-\u001F\u007F-\u009F"*/:<>?\\|\u200B-\u200F\u2028-\u202E\u2066-\u2069]+/g;
/** What Windows takes for a device, whatever follows a dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;
/** File systems allow 255 bytes, some 200 and less behind a path; ` (999)` and what a browser appends must fit too. */
const MAX_BYTES = 185;
const MAX_MODEL_BYTES = 60;
const MAX_TITLE_BYTES = 70;
const MAX_TAKE_BYTES = 40;

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
    task.model && cut(task.model, MAX_MODEL_BYTES),
    isoDay(task.completedAt ?? task.createdAt ?? now),
    shortId(tracked.taskId),
    moment,
  ];
  return named(parts, type);
}

/**
 * The name of a video that is sent on, for people who think in shots: `SH010 Lighthouse – take 2.mp4`.
 * @param take which take it is, if that is known and the title does not say it
 */
export function takeName(
  shot: string | null,
  title: string | null,
  take: string | null,
  type: string,
): string {
  return named(
    [shot, title && cut(title, MAX_TITLE_BYTES), take && cut(take, MAX_TAKE_BYTES)],
    type,
  );
}

/** Parts that say something, each once; the first gives way where there is no room for all. */
function named(parts: readonly (string | null)[], type: string): string {
  const [first = 'video', ...rest] = parts
    .map((part) => tidy(part ?? ''))
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index);
  const end = rest.map((part) => ` – ${part}`).join('');
  const name = cut(first, MAX_BYTES - bytesOf(end)) + end;
  return `${DEVICE.test(name) ? '_' : ''}${name}.${ending(type)}`;
}

function tidy(part: string): string {
  return part
    .replaceAll(REFUSED, ' ')
    .replaceAll(/\p{Surrogate}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
}

/** At most so many bytes, and no half of what people see as one letter. */
function cut(text: string, max: number): string {
  if (bytesOf(text) <= max) return text;
  let room = max - bytesOf('…');
  const start = lettersOf(text).slice(0, max);
  const fits = start.findIndex((letter) => (room -= bytesOf(letter)) < 0);
  return `${start.slice(0, fits).join('').trimEnd()}…`;
}

function lettersOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return Array.from(text);
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
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

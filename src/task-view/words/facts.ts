import type { Task } from '~/core/task';
import { formatClock, formatNumber } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import type { MessageKey } from '~/i18n/message-key';

/** Model, size and length in one line: `sora-2 · 1280 × 720 · 10 s`. */
export function metaLine(task: Task, t: Translate): string {
  const size = fullSize(task) ?? (task.orientation ? t(SHAPES[task.orientation]) : null);
  return inOneLine(task.model, size, lengthOf(task, t));
}

/** What is known of it, in one line. */
export function inOneLine(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ');
}

/** `0:08`, or null. */
export function clockOf({ seconds }: Task): string | null {
  return seconds ? formatClock(Math.round(seconds)) : null;
}

/** `720p` where the shape is 16:9, `640 × 352` where not; portrait videos are called `portrait`. */
export function sizeWord(task: Task, t: Translate): string | null {
  if (task.orientation === 'portrait') return t('card.portrait');
  const { width, height } = task;
  // A height with a p stands for a whole size only if the shape is the usual one.
  if (width !== null && height !== null && width * 9 === height * 16) return `${height}p`;
  const full = fullSize(task);
  if (full !== null) return full;
  return task.orientation ? t(SHAPES[task.orientation]) : null;
}

/** `1280 × 720`, or null. */
export function fullSize({ width, height }: Task): string | null {
  return width === null || height === null ? null : `${width} × ${height}`;
}

/** `8 s`, or null. */
export function lengthOf(task: Task, t: Translate): string | null {
  return task.seconds === null
    ? null
    : t('card.seconds', { n: formatNumber(task.seconds, { maximumFractionDigits: 1 }) });
}

const SHAPES = {
  portrait: 'card.portrait',
  landscape: 'card.landscape',
  square: 'card.square',
} as const satisfies Record<NonNullable<Task['orientation']>, MessageKey>;

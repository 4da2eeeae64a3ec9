import type { Answer } from '~/core/answer';

/**
 * Adds when the video link expires, if the service does not say but the admin knows how long links last: counted from
 * the task's end, or else from when this link was first seen.
 * @param linksLastMs lifetime of links in ms; null if unknown
 */
export function withLinksEnd(after: Answer, before: Answer, linksLastMs: number | null): Answer {
  const { task } = after;
  if (linksLastMs === null || task?.video?.kind !== 'link' || task.expiresAt !== null) return after;
  const known = before.task?.video;
  const same = known?.kind === 'link' && known.url === task.video.url;
  const seen = (same ? before.task?.expiresAt : null) ?? null;
  const start = task.completedAt ?? after.answeredAt;
  const expiresAt = seen ?? (start === null ? null : start + linksLastMs);
  return { ...after, task: { ...task, expiresAt } };
}

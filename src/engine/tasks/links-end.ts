import type { Answer } from '~/core/answer';

/**
 * The answer with the moment at which its video link ends, where the service does not say it and the admin knows how
 * long links live: counted from the task's end, else from when this link was first seen.
 * @param linksLastMs null where nobody knows
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

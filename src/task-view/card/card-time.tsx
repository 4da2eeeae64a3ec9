import { waitsForKey } from '~/engine/answers/trouble';
import { timesOf } from '~/core/times';
import type { Card } from '~/task-view/use-card';
import { useEngineStatus } from '~/engine/use-engine';
import { formatAgo, formatDuration, formatRoughly } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { useNow } from '~/platform/use-now';

/** Links that last longer than this, in ms, are not mentioned yet. */
const SOON_GONE = 24 * 3_600_000;

/** When things happened, and when the last and next look-ups are. */
export function CardTime({ card }: { card: Card }) {
  const t = useT();
  const now = useNow(1000);
  const paused = useEngineStatus((status) => status.paused || !status.online);
  const asked = askedPhrase(card, now, paused, t);
  const { text, urgent } = timePhrase(card, now, t);
  return (
    // Where it has a line of its own, both of its lines are there from the start.
    <p className="min-w-0 flex-1 leading-4.25 digits max-narrow:min-h-8.5 max-narrow:basis-full">
      <span className={cn('block', urgent && 'text-run-ink')}>{text}</span>
      {asked === null ? null : (
        <span className="block truncate text-caption max-narrow:whitespace-normal">{asked}</span>
      )}
    </p>
  );
}

/** When the last thing happened to it, and whether that calls for hurry. */
export function timePhrase(
  { face, task, tracked, answer }: Card,
  now: number,
  t: Translate,
): { text: string; urgent: boolean } {
  const { since, startedAt, endedAt, tookMs } = timesOf(tracked, answer);
  const calm = (text: string) => ({ text, urgent: false });
  if (face === 'ready') {
    const left = task?.expiresAt ? task.expiresAt - now : null;
    if (left !== null && left <= 0) return { text: t('card.expired'), urgent: true };
    if (left !== null && left < SOON_GONE) {
      return { text: t('card.expiresIn', { time: formatRoughly(left) }), urgent: true };
    }
    if (tookMs !== null) return calm(t('card.took', { time: formatDuration(tookMs) }));
    if (endedAt !== null) return calm(t('card.readySince', { ago: formatAgo(endedAt, now) }));
  }
  if (face === 'failed' && endedAt !== null) {
    return calm(t('card.failed', { ago: formatAgo(endedAt, now) }));
  }
  if (face === 'cancelled' && endedAt !== null) {
    return calm(t('card.cancelledAgo', { ago: formatAgo(endedAt, now) }));
  }
  if (face === 'running') {
    return calm(t('card.started', { ago: formatAgo(startedAt ?? since, now) }));
  }
  return calm(t('card.added', { ago: formatAgo(tracked.addedAt, now) }));
}

/** "checked 8 s ago, next in 12 s", for tasks that are still asked about. */
function askedPhrase(
  { answer: { askedAt, nextAt }, trouble, face }: Card,
  now: number,
  paused: boolean,
  t: Translate,
): string | null {
  const over = face === 'ready' || face === 'failed' || face === 'cancelled';
  if (askedAt === null || (over && trouble === null && nextAt === null)) return null;
  const checked = t('card.checked', { ago: formatAgo(askedAt, now) });
  if (paused || waitsForKey(trouble)) return `${checked} · ${t('card.paused')}`;
  if (nextAt === null) return checked;
  const next =
    nextAt - now < 1000
      ? t('card.nextNow')
      : t('card.nextIn', { time: formatDuration(nextAt - now) });
  return `${checked} · ${next}`;
}

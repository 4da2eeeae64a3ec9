import { estimate, type Estimate } from '~/engine/look-ups/forecast/estimate';
import { slowName, slowToday } from '~/engine/insight/slow-today';
import { useEngine } from '~/engine/use-engine';
import type { Card } from '~/task-view/use-card';
import {
  formatClock,
  formatCoarsely,
  formatNumber,
  formatPercent,
  formatRoughly,
} from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { ProgressBar } from '~/ui/progress-bar';
import { useNow } from '~/platform/use-now';

import { Backdrop } from './backdrop';
import { informativeWord } from '~/core/status-word';

/**
 * The input image as a backdrop, the progress, and the time left if it can honestly be given.
 * @param brief there is little room: figures are smaller, and the service's own word is left out
 */
export function RunningFace({
  card: { key, answer, task, tracked },
  brief = false,
}: {
  card: Card;
  brief?: boolean;
}) {
  const t = useT();
  const now = useNow(1000);
  const engine = useEngine();
  const said = estimate(answer, engine.usual(tracked), now);
  const percent = said.shownProgress;
  const word = brief ? null : informativeWord(task?.statusWord ?? null);
  return (
    <>
      <Backdrop seed={key} image={task?.thumbnail ?? task?.images[0] ?? null} />
      {word === null ? null : (
        <p className="absolute top-2.5 start-2.5 max-w-[calc(100%-1.25rem)] truncate rounded-md bg-black/62 px-1.75 text-note max-narrow:whitespace-normal">
          {t('card.says', { word })}
        </p>
      )}
      <div className="absolute inset-x-0 bottom-0 flex items-end justify-between gap-3 px-3.5 pb-3.5 scrim digits">
        {percent === null ? (
          <span className="text-headline leading-none font-semibold">
            {formatClock((said.elapsedMs ?? 0) / 1000)}
          </span>
        ) : (
          <span className={brief ? 'text-headline leading-none font-semibold' : 'text-figure'}>
            {formatNumber(Math.floor(percent))}
            <small
              className={cn('ms-px font-medium opacity-80', brief ? 'text-small' : 'text-heading')}
            >
              %
            </small>
          </span>
        )}
        <span
          className={cn(
            'text-end leading-tight text-balance opacity-92',
            brief ? 'line-clamp-2 text-caption' : 'text-small',
          )}
        >
          {timeSentence(said, slowToday.has(slowName(tracked, task?.model)), t)}
        </span>
      </div>
      <ProgressBar
        label={t('card.progress')}
        value={percent}
        valueText={percent === null ? undefined : formatPercent(percent)}
        className="absolute! inset-x-0 bottom-0 h-1! rounded-none"
        trackClassName="bg-black/62"
      />
    </>
  );
}

/**
 * How long nothing has moved, or the time left if there is evidence, otherwise the time taken so far and what is usual;
 * and that today is slow for all.
 */
function timeSentence(
  { shownProgress, remainingMs, elapsedMs, usualRange, slower, stillMs }: Estimate,
  isSlowToday: boolean,
  t: Translate,
): string {
  if (stillMs !== null) return t('card.still', { time: formatCoarsely(stillMs) });
  const said: string[] = [];
  if (remainingMs !== null) {
    const [low, high] = remainingMs.map(formatRoughly);
    said.push(
      low === undefined || high === undefined || low === high || remainingMs[0] * 2 > remainingMs[1]
        ? t('card.left', { time: high ?? '' })
        : t('card.leftRange', { low, high }),
    );
  } else if (shownProgress !== null && elapsedMs !== null)
    said.push(t('card.soFar', { time: formatClock(elapsedMs / 1000) }));
  const [from, to] = (usualRange ?? []).map((ms) => formatClock(ms / 1000));
  if (isSlowToday) said.push(t('card.slowerToday'));
  else if (remainingMs === null && slower) said.push(t('card.slower'));
  else if (remainingMs === null && from !== undefined && to !== undefined)
    said.push(t('card.usually', { from, to }));
  return said.join(' · ');
}

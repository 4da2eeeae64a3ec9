import { formatTime } from '~/i18n/format';
import { activeLocale } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';

import { momentsBetween } from './scale';

const DAY = 86_400_000;

/** The words above the lanes: where now is, and when the last one should be ready. Shares of the line. */
export function BatchMarks({
  now,
  last,
  isNarrow,
}: {
  now: { at: number; time: string } | null;
  last: { from: number; to: number } | null;
  isNarrow: boolean;
}) {
  const t = useT();
  // Where they would lie over one another, the sentence above says it.
  const isRoom = now === null || last === null || last.to - now.at > (isNarrow ? 0.25 : 0.2);
  return (
    <div className="relative h-5 text-caption whitespace-nowrap text-ink-2">
      {now ? (
        <span className="absolute font-semibold text-accent" style={beside(now.at)}>
          {t('insight.batch.now', { time: now.time })}
        </span>
      ) : null}
      {last && isRoom ? (
        <span className="absolute" style={beside(last.to)}>
          {t(isNarrow ? 'insight.batch.lastShort' : 'insight.batch.lastOne')}
        </span>
      ) : null}
    </div>
  );
}

/** Before its place, unless there is no room. */
function beside(share: number): { left: string } | { right: string } {
  return share < 0.3
    ? { left: `${share * 100}%` }
    : { right: `calc(${(1 - share) * 100}% + 0.25rem)` };
}

/** The times below the lanes. Epoch ms. */
export function BatchAxis({ from, to, isNarrow }: { from: number; to: number; isNarrow: boolean }) {
  const word = to - from > DAY ? dayWord : formatTime;
  return (
    <div className="relative h-5 text-caption text-ink-3 digits">
      {momentsBetween(from, to, isNarrow ? 3 : 6)
        .map((at) => ({ at, share: (at - from) / (to - from) }))
        .filter(({ share }) => share < 0.95)
        .map(({ at, share }) => (
          <span
            key={at}
            className="absolute whitespace-nowrap"
            style={{ left: `${share * 100}%`, translate: share < 0.05 ? undefined : '-50%' }}
          >
            {word(at)}
          </span>
        ))}
    </div>
  );
}

function dayWord(at: number): string {
  return new Intl.DateTimeFormat(activeLocale(), { day: 'numeric', month: 'short' }).format(at);
}

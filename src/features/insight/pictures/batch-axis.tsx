import { formatTime } from '~/i18n/format';
import { activeLocale } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';

import { mostLabels, wordRoom, type Layout } from './room';
import { momentsBetween } from './scale';

const DAY = 86_400_000;
/** No more are needed. */
const MOST = 6;

/** The words above the lanes: where now is, and when the last one should be ready. Shares of the line. @param room in rem */
export function BatchMarks({
  now,
  last,
  layout,
  room,
}: {
  now: { at: number; time: string } | null;
  last: { from: number; to: number } | null;
  layout: Layout;
  room: number;
}) {
  const t = useT();
  const nowWords = now && t('insight.batch.now', { time: now.time });
  const lastWords = t(layout === 'wide' ? 'insight.batch.lastOne' : 'insight.batch.lastShort');
  // Where they would lie over one another, the sentence above says it.
  const isRoom =
    now === null ||
    last === null ||
    placed(last.to, lastWords, room).from > placed(now.at, nowWords ?? '', room).to;
  return (
    <div className="relative h-5 text-caption whitespace-nowrap text-ink-2">
      {now ? (
        <span className="absolute font-semibold text-accent" style={beside(now.at)}>
          {nowWords}
        </span>
      ) : null}
      {last && isRoom ? (
        <span className="absolute" style={beside(last.to)}>
          {lastWords}
        </span>
      ) : null}
    </div>
  );
}

/** Where words stand, in rem. */
function placed(share: number, words: string, room: number): { from: number; to: number } {
  const [at, width] = [share * room, wordRoom(words) + 0.25];
  return isEarly(share) ? { from: at, to: at + width } : { from: at - width, to: at };
}

/** Before its place, unless there is no room. */
function beside(share: number): { left: string } | { right: string } {
  return isEarly(share)
    ? { left: `${share * 100}%` }
    : { right: `calc(${(1 - share) * 100}% + 0.25rem)` };
}

const isEarly = (share: number): boolean => share < 0.3;

/** The times below the lanes, as many as there is room for. Epoch ms. @param room in rem */
export function BatchAxis({ from, to, room }: { from: number; to: number; room: number }) {
  const word = to - from > DAY ? dayWord : formatTime;
  const most = Math.min(MOST, mostLabels(room, [word(from), word(to)]));
  return (
    <div className="relative h-5 text-caption text-ink-3 digits">
      {momentsBetween(from, to, most)
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

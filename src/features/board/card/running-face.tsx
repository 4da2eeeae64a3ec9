import { remainingMs, shownProgress } from '~/core/progress';
import { timesOf } from '~/features/board/times';
import type { Card } from '~/features/board/use-card';
import { formatClock, formatNumber, formatPercent, formatRoughly } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { ProgressBar } from '~/ui/progress-bar';
import { useNow } from '~/ui/use-now';

import { Backdrop } from './backdrop';
import { tellingWord } from './running-words';

/** The input picture as a backdrop, how far it is, and how long it still takes where that can be said. */
export function RunningFace({ card: { key, answer, task, tracked } }: { card: Card }) {
  const t = useT();
  const now = useNow(1000);
  const percent = shownProgress(answer, now);
  const left = remainingMs(answer, now);
  const { since, startedAt } = timesOf(tracked, answer);
  const word = tellingWord(task?.statusWord ?? null);
  const soFar = formatClock(Math.max(0, now - (startedAt ?? since)) / 1000);
  return (
    <>
      <Backdrop seed={key} image={task?.thumbnail ?? task?.images[0] ?? null} />
      <div className="absolute inset-x-0 bottom-0 h-[70%] bg-linear-to-b from-transparent to-black/62" />
      {word === null ? null : (
        <p className="absolute top-3 right-3.5 left-3.5 truncate text-[12.5px] text-white/90 [text-shadow:0_1px_3px_rgb(0_0_0/0.6)]">
          {t('card.says', { word })}
        </p>
      )}
      <div className="absolute right-3.5 bottom-3.5 left-3.5 flex items-end justify-between gap-3 tabular-nums">
        {percent === null ? (
          <span className="text-2xl leading-none font-semibold tracking-tight">{soFar}</span>
        ) : (
          <span className="text-[34px] leading-none font-semibold tracking-[-0.03em]">
            {formatNumber(Math.floor(percent))}
            <small className="ml-px text-[17px] font-medium opacity-80">%</small>
          </span>
        )}
        <span className="text-[13px] leading-none opacity-92">
          {left === null
            ? percent === null
              ? null
              : t('card.soFar', { time: soFar })
            : t('card.left', { time: formatRoughly(left) })}
        </span>
      </div>
      <ProgressBar
        label={t('card.progress')}
        value={percent}
        valueText={percent === null ? undefined : formatPercent(percent)}
        className="absolute! inset-x-0 bottom-0 h-1! rounded-none"
        trackClassName="bg-white/22"
      />
    </>
  );
}

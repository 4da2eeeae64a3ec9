import type { BatchFacts, BatchSentence } from '~/engine/insight/batch-facts';
import { formatDuration, formatMoment, formatTime } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';

import { together } from './sentences';

const MINUTE = 60_000;
/** In minutes: a task that is older was only added late. */
const A_DAY = 1440;

/** What the picture of the current batch says. */
export function batchSays({ says, now }: BatchFacts, t: Translate): string {
  return says.kind === 'over' ? over(says, t) : going(says, now, t);
}

/** The picture's heading. */
export function batchTitle({ name, addedAt, now }: BatchFacts, t: Translate): string {
  return name === null
    ? t('insight.batch.unnamed', { when: formatMoment(addedAt, now) })
    : t('insight.batch', { name });
}

function going(
  { counts, minutes, lastReady }: Extract<BatchSentence, { kind: 'going' }>,
  now: number,
  t: Translate,
): string {
  const { ready, total, failed, cancelled, stuck, unclear } = counts;
  const some = (n: number, key: 'failed' | 'cancelled' | 'stuck' | 'unclear'): string | null =>
    n === 0 ? null : t(`insight.batch.${key}`, { n });
  return together(
    [
      minutes === 0 || minutes > A_DAY
        ? t('insight.batch.readySoon', { ready, total })
        : t('insight.batch.ready', { ready, total, time: formatDuration(minutes * MINUTE) }),
      some(failed, 'failed'),
      some(cancelled, 'cancelled'),
      some(stuck, 'stuck'),
      some(unclear, 'unclear'),
      lastReady && lastWords(lastReady, now, t),
    ],
    t,
  );
}

function over({ counts, tookMs }: Extract<BatchSentence, { kind: 'over' }>, t: Translate): string {
  const { total, ready, failed, cancelled } = counts;
  return together(
    [
      ready === total
        ? t('insight.batch.overReady', { total })
        : t('insight.batch.over', { total, ready, failed, cancelled }),
      tookMs === null ? null : t('insight.batch.took', { time: formatDuration(tookMs) }),
    ],
    t,
  );
}

/** When the last one should be ready: whole minutes, the first rounded down and the second up. */
function lastWords(last: NonNullable<BatchFacts['lastReady']>, now: number, t: Translate): string {
  const [from, to] = [last.from, Math.ceil(last.to / MINUTE) * MINUTE].map((at) =>
    timeNear(at, now),
  );
  return from === to
    ? t('insight.batch.lastAt', { at: from ?? '' })
    : t('insight.batch.last', { from: from ?? '', to: to ?? '' });
}

/** The time of day; with the day unless it is today. Both in epoch ms. */
export function timeNear(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? formatTime(at) : formatMoment(at, now);
}

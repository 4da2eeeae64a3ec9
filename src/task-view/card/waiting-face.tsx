import type { Card } from '~/task-view/use-card';
import { timesOf } from '~/core/times';
import { formatDuration, formatRoughly } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';

import { QuietFace } from './quiet-face';

/** Place in line and expected wait if the service gives them, otherwise how long it has waited. */
export function WaitingFace({ card }: { card: Card }) {
  const t = useT();
  const now = useNow(1000);
  const queue = card.task?.queue ?? null;
  const position = queue?.position ?? null;
  const title =
    position === null || position < 0
      ? t('card.queue.title')
      : position <= 1
        ? t('card.queue.next')
        : t('card.queue.place', { n: position });
  const { since } = timesOf(card.tracked, card.answer);
  return (
    <QuietFace title={title}>
      <p className="digits">
        {queue?.waitSeconds
          ? t('card.queue.wait', { time: formatRoughly(queue.waitSeconds * 1000) })
          : t('card.queue.waited', { time: formatDuration(Math.max(0, now - since)) })}
      </p>
      {queue?.message ? <p className="mt-1 line-clamp-2 text-note">{queue.message}</p> : null}
    </QuietFace>
  );
}

import { useId } from 'react';

import type { CardFacts } from '~/engine/answers/card-of';
import { formatMoment } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { Checkbox } from '~/ui/checkbox';

import { videoOf } from './carried';

/** Whether the videos' links go along, and what follows from that. */
export function WithVideos({
  cards,
  now,
  checked,
  onChange,
}: {
  cards: readonly CardFacts[];
  now: number;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const t = useT();
  const boxId = useId();
  const hintId = useId();
  const videos = cards.flatMap((card) => videoOf(card, now) ?? []);
  const ends = videos.flatMap(({ expiresAt }) => expiresAt ?? []);
  const n = videos.length;
  const hint =
    n === 0
      ? t('share.watchNone')
      : ends.length > 0
        ? t('share.watchUntil', { n, time: formatMoment(Math.min(...ends), now) })
        : t('share.watch', { n });
  return (
    <label htmlFor={boxId} className="flex cursor-pointer gap-2.5 pt-3.5">
      <Checkbox
        id={boxId}
        label={t('share.withVideos')}
        aria-describedby={hintId}
        checked={checked}
        disabled={n === 0}
        onClick={() => onChange(!checked)}
      />
      <span className="min-w-0">
        <span className="block pt-0.5">{t('share.withVideos')}</span>
        <span id={hintId} className="text-note text-ink-2">
          {hint}
        </span>
      </span>
    </label>
  );
}

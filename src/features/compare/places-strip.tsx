import { MAX_COMPARED } from '~/address/comparison';
import { titleOf } from '~/core/title';
import type { CardFacts } from '~/engine/answers/card-of';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

import { TakePicture } from './take-picture';

/** What stands where, and the next free place. One that is pressed gets the take that is chosen next. */
export function PlacesStrip({
  cards,
  target,
  onTarget,
}: {
  cards: readonly CardFacts[];
  target: number | null;
  onTarget: (n: number | null) => void;
}) {
  const t = useT();
  const places = [...cards, null].slice(0, MAX_COMPARED);
  return (
    <div role="group" aria-label={t('compare.places')} className="mr-auto flex flex-none gap-1.5">
      {places.map((card, index) => {
        const n = index + 1;
        const title = card ? titleOf(card.tracked, card.task) : null;
        const isTarget = target === n;
        return (
          <button
            key={n}
            type="button"
            aria-pressed={isTarget}
            aria-label={
              title === null ? t('compare.placeFree', { n }) : t('compare.placeOf', { n, title })
            }
            title={title ?? undefined}
            onClick={() => onTarget(isTarget ? null : n)}
            className={cn(
              'relative grid h-11 w-18 cursor-pointer place-items-center overflow-hidden rounded-lg focus-ring',
              card ? 'text-white' : 'border border-dashed border-ink-3 text-ink-2',
              isTarget && 'outline-2 outline-offset-2 outline-accent',
            )}
          >
            {card ? <TakePicture card={card} /> : null}
            <span
              aria-hidden="true"
              className={cn(
                'text-caption font-semibold digits',
                card && 'absolute top-1 left-1 grid size-5 place-items-center rounded bg-black/70',
              )}
            >
              {n}
            </span>
          </button>
        );
      })}
    </div>
  );
}

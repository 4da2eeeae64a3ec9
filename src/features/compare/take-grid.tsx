import { useState, type RefObject } from 'react';

import type { CardFacts } from '~/engine/answers/card-of';
import { useT } from '~/i18n/use-t';
import { isTake } from '~/task-view/takes';
import { Button } from '~/ui/button';

import type { Places } from './places';
import { ComingTake, Take } from './take';

/** How many are drawn at first, and with each *Show more*: of thousands, a search finds the right one. */
const PAGE = 60;

/** The takes to choose from. */
export function TakeGrid({
  cards,
  places,
  underShot,
  firstTake,
  onChoose,
}: {
  cards: readonly CardFacts[];
  places: Places;
  /** All are of the same shot, so that their titles need not say it. */
  underShot: boolean;
  firstTake: RefObject<HTMLButtonElement | null>;
  onChoose: (key: string) => void;
}) {
  const t = useT();
  const [most, setMost] = useState(PAGE);
  const shown = cards.slice(0, most);
  const left = Math.min(PAGE, cards.length - shown.length);
  const first = shown.find(isTake);
  if (cards.length === 0)
    return <p className="min-h-96 py-6 text-center text-ink-2">{t('compare.noTakes')}</p>;
  return (
    <div className="min-h-96 pt-1">
      <ul
        aria-label={t('compare.takes')}
        className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3"
      >
        {shown.map((card) => (
          <li key={card.key} className="-m-2 min-w-0">
            {isTake(card) ? (
              <Take
                card={card}
                place={places.indexOf(card.key) + 1}
                underShot={underShot}
                ref={card === first ? firstTake : undefined}
                onChoose={onChoose}
              />
            ) : (
              <ComingTake card={card} underShot={underShot} />
            )}
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <div className="mt-5 text-center">
          <Button onClick={() => setMost(most + PAGE)}>{t('compare.more', { n: left })}</Button>
        </div>
      ) : null}
    </div>
  );
}

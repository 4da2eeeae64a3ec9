import type { CardFacts } from '~/engine/answers/card-of';

import { SmallPicture } from './small-picture';

/** More do not fit beside a name. */
const MOST = 6;

/** The posters of a folded group's finished takes. They have no names: the head says how many there are. */
export function GroupStrip({ cards }: { cards: readonly CardFacts[] }) {
  const ready = cards.filter(({ standing, video }) => standing === 'ready' && video !== null);
  return (
    <span aria-hidden className="flex h-7 min-w-0 gap-1 overflow-hidden max-sm:basis-full">
      {ready.slice(0, MOST).map((card) => (
        <SmallPicture key={card.key} card={card} />
      ))}
    </span>
  );
}

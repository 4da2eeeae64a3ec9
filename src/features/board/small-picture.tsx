import type { CardFacts } from '~/engine/answers/card-of';
import { Backdrop } from '~/task-view/card/backdrop';
import { usePoster } from '~/task-view/player/use-poster';

/** A task's picture, too small to need a name. */
export function SmallPicture({ card }: { card: CardFacts }) {
  const { picture, ...heard } = usePoster(card);
  return (
    <span className="relative block h-7 w-12 flex-none overflow-hidden rounded-md">
      <Backdrop
        {...heard}
        seed={card.key}
        image={picture ?? card.task?.images[0] ?? null}
        sharp={picture != null}
      />
    </span>
  );
}

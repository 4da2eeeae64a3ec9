import { useState } from 'react';

import type { CardFacts } from '~/engine/answers/card-of';
import { Backdrop } from '~/task-view/card/backdrop';
import { usePoster } from '~/task-view/player/use-poster';

/** A take's picture as on its card: portraits stand whole. */
export function TakePicture({ card }: { card: CardFacts }) {
  const { picture, ...heard } = usePoster(card);
  const [isTall, setTall] = useState<boolean | null>(null);
  const framed = picture instanceof HTMLCanvasElement ? picture.height > picture.width : isTall;
  const { task, key } = card;
  return (
    <Backdrop
      {...heard}
      seed={key}
      image={picture === undefined ? null : (picture ?? task?.images[0] ?? null)}
      sharp={picture != null}
      whole={framed ?? task?.orientation === 'portrait'}
      {...(picture ? { onTall: setTall } : {})}
    />
  );
}

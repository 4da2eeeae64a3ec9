import { useEffect, useState, type RefObject } from 'react';

import { playerElement } from '~/features/board/player/player-element';

import { createDesk, type Desk } from './commands';

/** The editing desk of the video that plays on `stage`; null before it is drawn. */
export function useDesk(stage: RefObject<HTMLElement | null>): Desk | null {
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    if (!stage.current) return;
    const made = createDesk(playerElement(), stage.current);
    // oxlint-disable-next-line react-hooks/set-state-in-effect -- the video's element exists only once it is drawn
    setDesk(made);
    return () => made.stop();
  }, [stage]);
  return desk;
}

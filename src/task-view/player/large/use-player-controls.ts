import { useEffect, useState, type RefObject } from 'react';

import { playerElement } from '~/task-view/player/player-element';

import { createDesk, type Desk } from './commands';

/** The commands for the video playing on `stage`; null before it is rendered. */
export function useDesk(stage: RefObject<HTMLElement | null>): Desk | null {
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    if (!stage.current) return;
    const made = createDesk(playerElement(), stage.current);
    // oxlint-disable-next-line react-hooks/set-state-in-effect -- the video element exists only after rendering
    setDesk(made);
    return () => made.stop();
  }, [stage]);
  return desk;
}

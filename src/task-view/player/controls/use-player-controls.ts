import { useEffect, useState, type RefObject } from 'react';

import { playerElement } from '~/task-view/player/player-element';

import { createPlayerControls, type PlayerControls } from './player-controls';

/** The commands for the video playing on `stage`; null before it is rendered. */
export function usePlayerControls(stage: RefObject<HTMLElement | null>): PlayerControls | null {
  const [controls, setControls] = useState<PlayerControls | null>(null);
  useEffect(() => {
    if (!stage.current) return;
    const made = createPlayerControls(playerElement(), stage.current);
    // oxlint-disable-next-line react-hooks/set-state-in-effect -- the video element exists only after rendering
    setControls(made);
    return () => made.stop();
  }, [stage]);
  return controls;
}

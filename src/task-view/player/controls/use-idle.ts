import { useEffect, useState, type RefObject } from 'react';

/** After this long without movement, in ms, the pointer is idle. */
const IDLE_MS = 2500;

/** True while nothing has moved over the stage for a while, to hide everything but the video. */
export function useIdle(stage: RefObject<HTMLElement | null>): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const place = stage.current;
    if (!place) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stir = (): void => {
      clearTimeout(timer);
      setIdle(false);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
    };
    stir();
    const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
    for (const sign of signs) place.addEventListener(sign, stir);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) place.removeEventListener(sign, stir);
    };
  }, [stage]);
  return idle;
}

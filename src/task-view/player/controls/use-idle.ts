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
    const stir = (event?: Event): void => {
      // A finger must not find a button where there was none when it came down: its tap is what counts.
      if (event instanceof PointerEvent && event.pointerType === 'touch' && event.type !== 'click')
        return;
      clearTimeout(timer);
      setIdle(false);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
    };
    stir();
    const signs = ['pointermove', 'pointerdown', 'click', 'input', 'keydown', 'focusin'] as const;
    for (const sign of signs) place.addEventListener(sign, stir);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) place.removeEventListener(sign, stir);
    };
  }, [stage]);
  return idle;
}

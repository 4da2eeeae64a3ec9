import { useEffect, type PointerEvent } from 'react';

import type { TaskRef } from '~/core/answer';
import { useEngine } from '~/engine/use-engine';
import { savesData } from '~/platform/saves-data';
import { useMediaQuery } from '~/ui/use-media-query';

import { startHoverPreview, stopHoverPreview } from './hover-preview';

/** Handlers that play a video muted under the pointer, unless the person wants less motion or data. */
export function useHoverPreview(ref: TaskRef, wanted: boolean) {
  const engine = useEngine();
  const welcome = useMediaQuery('(hover: hover) and (prefers-reduced-motion: no-preference)');
  const on = wanted && welcome && !savesData();
  useEffect(() => (on ? stopHoverPreview : undefined), [on]);
  if (!on) return {};
  return {
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') startHoverPreview(engine, ref);
    },
    onPointerLeave: stopHoverPreview,
  };
}

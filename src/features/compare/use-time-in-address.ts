import { useEffect, useRef } from 'react';

import type { Comparison } from '~/address/comparison';
import { changeView } from '~/address/use-view';
import { parseView } from '~/address/view';
import type { InStep } from '~/engine/media/in-step/in-step';

/** How long the videos must be paused before their time is written into the address, in ms. */
const STAND_MS = 400;

/** Starts at the time in the address, and updates it whenever the videos are paused. */
export function useTimeInAddress(inStep: InStep | null, { at }: Comparison): void {
  const begin = useRef(at);
  useEffect(() => {
    if (!inStep) return;
    inStep.seek(begin.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = inStep.state.subscribe(({ time, paused, duration }) => {
      clearTimeout(timer);
      if (!paused || duration === 0) return;
      timer = setTimeout(() => {
        begin.current = Math.round(time * 100) / 100;
        changeComparison({ at: begin.current });
      }, STAND_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
      // Where takes were swapped, or one added, the next begin where these were.
      const { time, duration } = inStep.state.getState();
      if (duration > 0) begin.current = time;
    };
  }, [inStep]);
}

/** Changes the comparison in the address, if there still is one, without adding a step for Back. */
export function changeComparison(change: Partial<Comparison>): void {
  const { screen } = parseView(location.hash);
  if (screen.kind !== 'compare') return;
  const comparison = { ...screen.comparison, ...change };
  changeView({ screen: { kind: 'compare', comparison } }, { replace: true });
}

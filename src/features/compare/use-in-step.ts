import { useEffect, useState } from 'react';

import { createInStep, type InStep } from '~/engine/media/in-step/in-step';

/** Makes these videos play as one; null until all of them are rendered. */
export function useInStep(
  videos: ReadonlyMap<string, HTMLVideoElement>,
  count: number,
): InStep | null {
  const [inStep, setInStep] = useState<InStep | null>(null);
  useEffect(() => {
    if (videos.size !== count || count === 0) return;
    const made = createInStep([...videos.values()]);
    // oxlint-disable-next-line react-hooks/set-state-in-effect -- videos exist only after rendering
    setInStep(made);
    return () => {
      made.stop();
      setInStep(null);
    };
  }, [videos, count]);
  return inStep;
}

import { useEffect, useState } from 'react';

import { createInStep, type InStep } from '~/engine/media/in-step';

/** Makes these films play as one; null until all of them are drawn. */
export function useInStep(films: readonly HTMLVideoElement[], count: number): InStep | null {
  const [inStep, setInStep] = useState<InStep | null>(null);
  useEffect(() => {
    if (films.length !== count || count === 0) return;
    const made = createInStep(films);
    // oxlint-disable-next-line react-hooks/set-state-in-effect -- films exist only once they are drawn
    setInStep(made);
    return () => {
      made.stop();
      setInStep(null);
    };
  }, [films, count]);
  return inStep;
}

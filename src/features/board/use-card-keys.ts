import { useEffect, useRef } from 'react';

import { useEngine } from '~/engine/use-engine';
import { useKeys } from '~/ui/use-keys';

import type { pressCardKey, ShownCards } from './card-keys';

/** The keys of the board. No card waits for what they do. */
export function useCardKeys(shown: ShownCards): void {
  const engine = useEngine();
  const press = useRef<typeof pressCardKey | null>(null);
  useEffect(() => {
    import('./card-keys').then(
      (loaded) => void (press.current = loaded.pressCardKey),
      () => {},
    );
  }, []);
  useKeys((event) => press.current?.(event, engine, shown) ?? false);
}

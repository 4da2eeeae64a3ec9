import { useMemo } from 'react';

import { SAMPLE_BASE } from '~/core/connection';
import { useConnections, useEngine, useTracked } from '~/engine/use-engine';
import type { Known } from '~/features/add-tasks/pairing/plan';

import type { Offer } from './services';

/** What the page knows beyond the pasted text: the host's services, and those used before with their keys. */
export function useKnown({ services, otherAddresses }: Offer, arrived: boolean): Known {
  const engine = useEngine();
  const tracked = useTracked((state) => state.tasks);
  const { connections, needKey } = useConnections((state) => state);
  return useMemo(() => {
    const used = new Map<string, string[]>();
    const latest = [...connections.values()].toSorted((a, b) => b.addedAt - a.addedAt);
    for (const { base, id, hint } of latest) {
      if (base === SAMPLE_BASE) continue;
      const hints = used.get(base) ?? [];
      used.set(base, needKey.has(id) ? hints : [...hints, hint]);
    }
    return {
      services,
      otherAddresses,
      arrived,
      used: [...used].map(([base, hints]) => ({ base, hints })),
      homeOf: engine.serviceOfKey,
      tracked,
    };
  }, [engine, services, otherAddresses, arrived, connections, needKey, tracked]);
}

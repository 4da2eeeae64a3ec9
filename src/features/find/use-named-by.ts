import { useMemo } from 'react';

import { useConnections, useTracked } from '~/engine/use-engine';

import type { NamedBy } from './filter-words';

/** What the values of filters are named by now. */
export function useNamedBy(): NamedBy {
  const connections = useConnections((state) => state.connections);
  const tasks = useTracked((state) => state.tasks);
  return useMemo(() => ({ connections, tasks }), [connections, tasks]);
}

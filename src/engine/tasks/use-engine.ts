import { createContext, use } from 'react';
import { useStore } from 'zustand';

import type { Connection } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';

import type { ConnectionsState, Engine, EngineStatus, TrackedState } from './engine';

export const EngineContext = createContext<Engine | null>(null);

/** The engine that `app/boot` started. */
export function useEngine(): Engine {
  const engine = use(EngineContext);
  if (!engine) throw new Error('useEngine needs an EngineContext above it');
  return engine;
}

export function useTracked<T>(select: (state: TrackedState) => T): T {
  return useStore(useEngine().tracked, select);
}

export function useTrackedTask(key: string): TrackedTask | undefined {
  return useTracked((state) => state.tasks.get(key));
}

export function useConnections<T>(select: (state: ConnectionsState) => T): T {
  return useStore(useEngine().connections, select);
}

export function useConnection(id: string | null): Connection | undefined {
  return useConnections((state) => (id === null ? undefined : state.connections.get(id)));
}

export function useEngineStatus<T>(select: (state: EngineStatus) => T): T {
  return useStore(useEngine().status, select);
}

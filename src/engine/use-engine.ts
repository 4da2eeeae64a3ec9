import { createContext, use } from 'react';
import { useStore } from 'zustand';

import type { Connection } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';

import type { Engine } from './engine';
import type { ConnectionsState, EngineStatus, TrackedState } from './state';

/** Provides the engine to components. */
export const EngineContext = createContext<Engine | null>(null);

/** The engine. Throws outside `EngineContext`. */
export function useEngine(): Engine {
  const engine = use(EngineContext);
  if (!engine) throw new Error('useEngine needs an EngineContext above it');
  return engine;
}

/** A part of the tracked tasks; renders when it changes. */
export function useTracked<T>(select: (state: TrackedState) => T): T {
  return useStore(useEngine().tracked, select);
}

/** A tracked task by its `refKey`; undefined once it has been removed. */
export function useTrackedTask(key: string): TrackedTask | undefined {
  return useTracked((state) => state.tasks.get(key));
}

/** A part of the connections; renders when it changes. */
export function useConnections<T>(select: (state: ConnectionsState) => T): T {
  return useStore(useEngine().connections, select);
}

/** A connection by its id; undefined if there is none. */
export function useConnection(id: string | null): Connection | undefined {
  return useConnections((state) => (id === null ? undefined : state.connections.get(id)));
}

/** A part of the engine's status; renders when it changes. */
export function useEngineStatus<T>(select: (state: EngineStatus) => T): T {
  return useStore(useEngine().status, select);
}

import { createStore, type StoreApi } from 'zustand/vanilla';

import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';

import type { LookUpPaths } from './engine';

/**
 * Where gateways serve the same answer, likeliest first: the usual path, then those of the query style, of
 * new-api's own task route, and of gateways that keep everything below `/api`.
 */
export const DOORS = [
  DEFAULT_LOOK_UP_PATH,
  '/v1/video/query?id={id}',
  '/v1/video/generations/{id}',
  '/api/v1/videos/{id}',
] as const;

/** Finds out by which path a service is asked: one try a door and service, each one a look-up of the budget. */
export interface Doors {
  /** The paths that are settled, by service: found, remembered, or said by a person. */
  readonly known: StoreApi<LookUpPaths>;
  /** The path to ask with now. */
  pathOf(base: string): string;
  /** There is no such route. True where another door is left to try. */
  closed(base: string, path: string): boolean;
  /** A readable answer came: this is the service's door from now on, unless one is settled. */
  opened(base: string, path: string): void;
  /** A person says the path, in this tab or another. The usual one settles nothing: it is where the search begins. */
  set(base: string, path: string): void;
  /** Forgets which doors were closed: the person asks again. */
  retry(base: string): void;
}

/** @param remembered paths by service, as an admin set them or this browser remembers @param onFound a path to remember */
export function createDoors(
  remembered: ReadonlyMap<string, string>,
  onFound: (base: string, path: string) => void,
): Doors {
  const known = createStore<LookUpPaths>(() => ({
    paths: new Map([...remembered].filter(([, path]) => path !== DEFAULT_LOOK_UP_PATH)),
  }));
  const closed = new Map<string, Set<string>>();
  /** What a person turned a service away from: an answer by it may still be on its way. */
  const left = new Map<string, string>();

  const settled = (base: string): string | undefined => known.getState().paths.get(base);
  const settle = (base: string, path: string | null): void => {
    const paths = new Map(known.getState().paths);
    if (path === null) paths.delete(base);
    else paths.set(base, path);
    known.setState({ paths });
  };
  const untried = (base: string): string | undefined =>
    DOORS.find((path) => closed.get(base)?.has(path) !== true);
  const pathOf = (base: string): string => settled(base) ?? untried(base) ?? DEFAULT_LOOK_UP_PATH;

  return {
    known,
    pathOf,
    closed(base, path) {
      const door = settled(base);
      // Another task found the door, or a person said it, while this look-up stood before the wrong one.
      if (door !== undefined) return door !== path;
      if (left.get(base) === path) return true;
      left.delete(base);
      const paths = closed.get(base) ?? new Set<string>();
      closed.set(base, paths.add(path));
      return untried(base) !== undefined;
    },
    opened(base, path) {
      if (settled(base) !== undefined || left.get(base) === path) return;
      settle(base, path);
      // The usual path needs no row: it is what everybody starts with.
      if (path !== DEFAULT_LOOK_UP_PATH) onFound(base, path);
    },
    set(base, path) {
      const usual = path === DEFAULT_LOOK_UP_PATH;
      if (usual && pathOf(base) !== path) left.set(base, pathOf(base));
      closed.delete(base);
      settle(base, usual ? null : path);
    },
    retry: (base) => void closed.delete(base),
  };
}

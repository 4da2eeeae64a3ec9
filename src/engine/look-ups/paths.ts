import { createStore, type StoreApi } from 'zustand/vanilla';

import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';
import type { Bus } from '~/engine/bus';

/** Known look-up paths by service, as templates with `{id}`. Replaced, never mutated. */
export interface KnownPaths {
  paths: ReadonlyMap<string, string>;
}

/**
 * Where services put look-ups, likeliest first: the usual path, the query style, new-api's own task route, and
 * gateways that keep everything below `/api`.
 */
export const LOOK_UP_PATHS = [
  DEFAULT_LOOK_UP_PATH,
  '/v1/video/query?id={id}',
  '/v1/video/generations/{id}',
  '/api/v1/videos/{id}',
] as const;

/** Finds the path to look tasks up at: each service is tried once per path, and every try counts as a look-up. */
export interface LookUpPaths {
  /** Known paths by service: found, remembered, or set by a person. */
  readonly known: StoreApi<KnownPaths>;
  /** The path to use now. */
  pathOf(base: string): string;
  /** The service has no such route. True if another path is left to try. */
  markMissing(base: string, path: string): boolean;
  /** A readable answer came: the service keeps this path, unless one is already known. */
  markFound(base: string, path: string): void;
  /** A person sets the path. The default path sets nothing: the search starts there anyway. */
  set(base: string, path: string): void;
  /** Forgets which paths were missing, because the person asked again. */
  retry(base: string): void;
}

/**
 * Keeps the look-up path of every service, as found or set in this tab or another.
 * @param remembered paths by service, set by an admin or found earlier in this browser
 */
export function createLookUpPaths(remembered: ReadonlyMap<string, string>, bus: Bus): LookUpPaths {
  const known = createStore<KnownPaths>(() => ({
    paths: new Map([...remembered].filter(([, path]) => path !== DEFAULT_LOOK_UP_PATH)),
  }));
  const missing = new Map<string, Set<string>>();
  /** Paths a person replaced: an answer from one may still be on its way. */
  const replaced = new Map<string, string>();

  const settled = (base: string): string | undefined => known.getState().paths.get(base);
  const settle = (base: string, path: string | null): void => {
    const paths = new Map(known.getState().paths);
    if (path === null) paths.delete(base);
    else paths.set(base, path);
    known.setState({ paths });
  };
  const untried = (base: string): string | undefined =>
    LOOK_UP_PATHS.find((path) => missing.get(base)?.has(path) !== true);
  const pathOf = (base: string): string => settled(base) ?? untried(base) ?? DEFAULT_LOOK_UP_PATH;
  bus.on('path', ({ base, path }) => {
    const usual = path === DEFAULT_LOOK_UP_PATH;
    if (usual && pathOf(base) !== path) replaced.set(base, pathOf(base));
    missing.delete(base);
    settle(base, usual ? null : path);
  });

  return {
    known,
    pathOf,
    markMissing(base, path) {
      const lookUpPath = settled(base);
      // While this look-up failed, another task found the path, or a person set it.
      if (lookUpPath !== undefined) return lookUpPath !== path;
      if (replaced.get(base) === path) return true;
      replaced.delete(base);
      const paths = missing.get(base) ?? new Set<string>();
      missing.set(base, paths.add(path));
      return untried(base) !== undefined;
    },
    markFound(base, path) {
      if (settled(base) !== undefined || replaced.get(base) === path) return;
      // The default path needs no row, and no other tab needs to know.
      if (path === DEFAULT_LOOK_UP_PATH) settle(base, path);
      else bus.emit({ type: 'path', base, path, by: 'look-up' });
    },
    set: (base, path) => bus.emit({ type: 'path', base, path, by: 'person' }),
    retry: (base) => void missing.delete(base),
  };
}

import { useStore } from 'zustand';

import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';

import { useEngine } from './use-engine';

/** A service's look-up path, a template with `{id}`; null while it is the default. */
export function useLookUpPath(base: string): string | null {
  const path = useStore(useEngine().lookUpPaths, ({ paths }) => paths.get(base));
  return path === undefined || path === DEFAULT_LOOK_UP_PATH ? null : path;
}

import { useStore } from 'zustand';

import type { AuthScheme } from '~/core/auth-scheme';

import { useEngine } from './use-engine';

/** How a service is sent its key. */
export function useAuthScheme(base: string): AuthScheme {
  const engine = useEngine();
  return useStore(engine.authSchemes, () => engine.schemeOf(base));
}

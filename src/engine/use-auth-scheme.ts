import { useStore } from 'zustand';

import type { AuthScheme } from '~/core/auth-scheme';
import { schemeFor } from '~/engine/gateway/scheme-for';

import { useEngine } from './use-engine';

/** How a service is sent its key. */
export function useAuthScheme(base: string): AuthScheme {
  const engine = useEngine();
  return useStore(engine.authSchemes, () => schemeFor(base, engine.schemeOf(base)));
}

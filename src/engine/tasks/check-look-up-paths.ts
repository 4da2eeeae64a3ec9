import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';
import type { Verdict } from '~/engine/gateway/first-check';
import type { Gateway } from '~/engine/gateway/gateway';
import type { Vault } from '~/engine/storage/vault';

import { LOOK_UP_PATHS, type LookUpPaths } from './look-up-paths';
import type { CheckRequest } from './engine';
import type { EngineState } from './state';

/** What the first check needs from the engine. */
export interface CheckParts {
  state: EngineState;
  vault: Vault;
  lookUpPaths: LookUpPaths;
  gateway: Gateway;
  fetch: typeof fetch;
  now: () => number;
}

/** Checks a service for the first time: at the given or known path, else at each usual one until one works. */
export async function checkLookUpPaths(
  { state, vault, lookUpPaths, gateway, fetch, now }: CheckParts,
  { base, apiKey, path: given, taskId }: CheckRequest,
  signal: AbortSignal,
): Promise<Verdict> {
  const known = [...state.connections.getState().connections.values()].find(
    (one) => one.base === base,
  );
  const key = apiKey ?? (known ? vault.open(known.id) : null);
  if (key === null) return 'key_refused';
  const online = state.status.getState().online;
  const ask = (path: string): Promise<Verdict> =>
    gateway.firstCheck({
      base,
      path,
      id: taskId,
      apiKey: key,
      fetch,
      signal,
      now,
      online,
      pageProtocol: location.protocol,
    });
  const first = given ?? lookUpPaths.pathOf(base);
  const verdict = await ask(first);
  const only = given !== null && given !== DEFAULT_LOOK_UP_PATH;
  if (verdict !== 'no_service' || only) return verdict;
  for (const path of LOOK_UP_PATHS) {
    if (path === first) continue;
    const other = await ask(path);
    if (other === 'works') return other;
  }
  return verdict;
}

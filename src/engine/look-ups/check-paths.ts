import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';
import type { Checked, Verdict } from '~/engine/gateway/first-check';
import type { Gateway } from '~/engine/gateway/gateway';
import { openKey } from '~/engine/open-key';
import type { Vault } from '~/engine/storage/vault';

import type { AuthSchemes } from './auth-schemes';
import { LOOK_UP_PATHS, type LookUpPaths } from './paths';
import type { CheckRequest } from '~/engine/engine';
import type { EngineState } from '~/engine/state';

/** What the first check needs from the engine. */
interface CheckParts {
  state: EngineState;
  vault: Vault;
  lookUpPaths: LookUpPaths;
  authSchemes: AuthSchemes;
  gateway: Gateway;
  fetch: typeof fetch;
  now: () => number;
}

/** Checks a service for the first time: at the given or known path, else at each usual one until one works. */
export async function checkLookUpPaths(
  { state, vault, lookUpPaths, authSchemes, gateway, fetch, now }: CheckParts,
  { base, apiKey, path: given, taskId, scheme }: CheckRequest,
  signal: AbortSignal,
): Promise<Checked> {
  const known = [...state.connections.getState().connections.values()].find(
    (one) => one.base === base,
  );
  const key = apiKey ?? (known ? openKey(state, vault, known.id) : null);
  if (key === null) return { verdict: 'key_refused', said: null, leadsTo: null };
  const online = state.status.getState().online;
  const ask = (path: string): Promise<Checked> =>
    gateway.firstCheck({
      base,
      path,
      id: taskId,
      apiKey: key,
      scheme: authSchemes.schemeOf(base, scheme),
      fetch,
      signal,
      now,
      online,
      pageProtocol: location.protocol,
    });
  const first = given ?? lookUpPaths.pathOf(base);
  const checked = await ask(first);
  const only = given !== null && given !== DEFAULT_LOOK_UP_PATH;
  if (!NOT_HERE.has(checked.verdict) || only) return checked;
  for (const path of LOOK_UP_PATHS) {
    if (path === first) continue;
    const other = await ask(path);
    if (other.verdict === 'works') return other;
  }
  return checked;
}

const NOT_HERE: ReadonlySet<Verdict> = new Set(['no_service', 'leads_elsewhere']);

import type { Verdict } from '~/engine/gateway/first-check';
import type { Gateway } from '~/engine/gateway/gateway';
import type { Vault } from '~/engine/storage/vault';

import { DOORS, type Doors } from './doors';
import type { CheckRequest } from './engine';
import type { EngineState } from './state';

export interface CheckParts {
  state: EngineState;
  vault: Vault;
  doors: Doors;
  gateway: Gateway;
  fetch: typeof fetch;
  now: () => number;
}

/** The first check of a service, by its known door or by every door until one is a service's. */
export async function checkDoors(
  { state, vault, doors, gateway, fetch, now }: CheckParts,
  { base, apiKey, taskId }: CheckRequest,
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
  const verdict = await ask(doors.pathOf(base));
  if (verdict !== 'no_service') return verdict;
  for (const path of DOORS) {
    if (path === doors.pathOf(base)) continue;
    const other = await ask(path);
    if (other === 'works') return other;
  }
  return verdict;
}

import { BY_RELAY } from '~/core/connection';
import type { Bus } from '~/engine/bus';
import type { LatestRequest } from '~/engine/engine';
import type { Gateway } from '~/engine/gateway/gateway';
import type { TaskList } from '~/engine/gateway/list-tasks';
import { openKey } from '~/engine/open-key';
import type { EngineState } from '~/engine/state';
import type { Vault } from '~/engine/storage/vault';
import type { Timers } from '~/platform/timers';

import type { AuthSchemes } from './auth-schemes';
import type { LookUpPaths } from './paths';

/** What asking for a key's list needs from the engine. */
interface LatestParts {
  state: EngineState;
  vault: Vault;
  bus: Bus;
  lookUpPaths: LookUpPaths;
  authSchemes: AuthSchemes;
  gateway: Pick<Gateway, 'listTasks'>;
  fetch: typeof fetch;
  timers: Timers;
  now: () => number;
  reserve: (connectionId: string) => number;
}

/**
 * A part of the list of what a key has made, the latest first. A key that is known here spends its own budget. Never
 * with the team's key: that would show everybody's tasks to everybody.
 */
export async function askLatest(
  parts: LatestParts,
  { base, apiKey, path, scheme, cursor }: LatestRequest,
  signal: AbortSignal,
): Promise<TaskList> {
  const { state, vault, bus, timers } = parts;
  const own = [...state.connections.getState().connections.values()].filter(
    (one) => one.base === base && one.kind === 'own',
  );
  const known = own.find(({ id }) => {
    const key = openKey(state, vault, id);
    return key !== null && (apiKey === null || key === apiKey);
  });
  const key = apiKey ?? (known ? openKey(state, vault, known.id) : null);
  if (key === null || key === BY_RELAY) return { kind: 'none' };
  const wait = known ? parts.reserve(known.id) : 0;
  if (wait > 0) await new Promise<void>((resolve) => void timers.after(wait, resolve));
  signal.throwIfAborted();
  const list = await parts.gateway.listTasks({
    base,
    path: path ?? parts.lookUpPaths.pathOf(base),
    apiKey: key,
    scheme: parts.authSchemes.schemeOf(base, scheme),
    cursor,
    fetch: parts.fetch,
    anew: true,
    now: parts.now,
    signal,
  });
  if (list.kind === 'limited' && known) {
    const { retryAfterMs } = list;
    bus.emit({ type: 'limited', connectionId: known.id, retryAfterMs, by: 'key' });
  }
  return list;
}

import type { TaskRef } from '~/core/answer';
import type { TaskRequest } from '~/engine/gateway/request';
import { openKey } from '~/engine/open-key';
import type { EngineState } from '~/engine/state';
import type { Vault } from '~/engine/storage/vault';

import type { AuthSchemes } from './auth-schemes';
import type { LookUpPaths } from './paths';

/** A request about a task, made with a connection's key; null if there is none in this browser. */
export type RequestFor = (
  task: TaskRef,
  connectionId: string | null,
) => (TaskRequest & { path: string }) | null;

/** What requests are made of. */
interface RequestParts {
  state: EngineState;
  vault: Vault;
  lookUpPaths: LookUpPaths;
  authSchemes: AuthSchemes;
  fetch: typeof fetch;
  now: () => number;
}

/** The one way to a request: it goes by the path and the scheme that are known when it is made. */
export function createRequestFor(parts: RequestParts): RequestFor {
  const { state, vault, lookUpPaths, authSchemes, fetch, now } = parts;
  return ({ base, taskId: id }, connectionId) => {
    const apiKey = connectionId === null ? null : openKey(state, vault, connectionId);
    if (apiKey === null) return null;
    const path = lookUpPaths.pathOf(base);
    return { base, path, id, apiKey, scheme: authSchemes.schemeOf(base), fetch, now };
  };
}

import { useEffect, useRef, useState } from 'react';

import { BY_RELAY } from '~/core/connection';
import type { Checked, Verdict } from '~/engine/gateway/first-check';
import { useEngine } from '~/engine/use-engine';
import { schemeOf, type Route } from '~/features/add-tasks/pairing/plan';

export type FirstCheckState =
  | { kind: 'idle' }
  | { kind: 'checking' }
  | ({
      kind: 'stopped';
      verdict: Exclude<Verdict, 'works' | 'busy'>;
      base: string;
      /** The relay adds the key. */
      teamKey: boolean;
      /** What was sent; null for the relay's key, and for one that is stored. */
      apiKey: string | null;
    } & Omit<Checked, 'verdict'>);

const IDLE: FirstCheckState = { kind: 'idle' };

export interface FirstChecks {
  state: FirstCheckState;
  /** Looks up one task of each route. Resolves to whether the tasks may be added. */
  run: (routes: readonly Route[]) => Promise<boolean>;
  reset: () => void;
  /** The pasted key that a service has refused, also while the person is already correcting the text; null if none. */
  refused: string | null;
}

/** One look-up for each service before tasks are added. A service that is slow or in trouble blocks nobody. */
export function useFirstChecks(): FirstChecks {
  const engine = useEngine();
  const [state, setState] = useState<FirstCheckState>(IDLE);
  const [refused, setRefused] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const reset = (): void => {
    running.current?.abort();
    running.current = null;
    setState(IDLE);
  };
  useEffect(() => () => running.current?.abort(), []);
  return {
    state,
    reset,
    refused,
    async run(routes) {
      const mine = new AbortController();
      running.current = mine;
      setState({ kind: 'checking' });
      try {
        for (const { address, key, tasks } of routes) {
          const { base, path } = address;
          const teamKey = key.kind === 'team';
          const apiKey = (key.kind === 'pasted' ? key.secrets[0]?.apiKey : null) ?? null;
          const taskId = tasks[0]?.taskId ?? null;
          const { verdict, ...more } = await engine.firstCheck(
            { base, apiKey: teamKey ? BY_RELAY : apiKey, path, taskId, scheme: schemeOf(key) },
            mine.signal,
          );
          if (running.current !== mine) return false;
          if (verdict === 'works' || verdict === 'busy') continue;
          setState({ kind: 'stopped', verdict, base, teamKey, apiKey, ...more });
          setRefused(verdict === 'key_refused' ? apiKey : null);
          return false;
        }
        setRefused(null);
        return true;
      } catch {
        // Cancelled: the person changed something, or adds them anyway.
        return false;
      }
    },
  };
}

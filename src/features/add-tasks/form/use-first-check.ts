import { useEffect, useRef, useState } from 'react';

import type { Checked, Verdict } from '~/engine/gateway/first-check';
import type { CheckRequest } from '~/engine/tasks/engine';
import { useEngine } from '~/engine/tasks/use-engine';

export type FirstCheckState =
  | { kind: 'idle' }
  | { kind: 'checking' }
  | ({
      kind: 'stopped';
      base: string;
      verdict: Exclude<Verdict, 'works' | 'busy'>;
    } & Omit<Checked, 'verdict'>);

const IDLE: FirstCheckState = { kind: 'idle' };

/** One look-up before tasks are added. A service that is slow or in trouble blocks nobody. */
export function useFirstCheck(): {
  state: FirstCheckState;
  /** Resolves to whether the tasks may be added. */
  run: (request: CheckRequest) => Promise<boolean>;
  reset: () => void;
} {
  const engine = useEngine();
  const [state, setState] = useState<FirstCheckState>(IDLE);
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
    async run(request) {
      const mine = new AbortController();
      running.current = mine;
      setState({ kind: 'checking' });
      try {
        const { verdict, ...more } = await engine.firstCheck(request, mine.signal);
        if (running.current !== mine) return false;
        if (verdict === 'works' || verdict === 'busy') return true;
        setState({ kind: 'stopped', base: request.base, verdict, ...more });
        return false;
      } catch {
        // Cancelled: the person changed something, or tracks anyway.
        return false;
      }
    },
  };
}

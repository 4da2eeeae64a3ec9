import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';

import { NO_ANSWER, type Answer, type TaskRef } from '~/core/answer';

import { answerQuery, cachedAnswer } from './queries';
import { useEngine, useTracked } from './use-engine';

/** What is known of one task. Reads the cache and never asks. */
export function useAnswer(ref: TaskRef): Answer {
  return useQuery({ ...answerQuery(ref), enabled: false }).data ?? NO_ANSWER;
}

/** How often, at most, the board looks at all answers again, in ms: bursts of answers become one drawing. */
const BOARD_INTERVAL = 200;

/** Every tracked task's answer, in the order the tasks were added. For counts, filters and sorting. */
export function useAllAnswers(): readonly Answer[] {
  const { queryClient } = useEngine();
  const tasks = useTracked((state) => state.tasks);
  const version = useRef(0);
  const subscribe = useCallback(
    (changed: () => void) => {
      // Answers may have come between the first drawing and now: look once more.
      version.current += 1;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        timer ??= setTimeout(() => {
          timer = undefined;
          version.current += 1;
          changed();
        }, BOARD_INTERVAL);
      });
      return () => {
        clearTimeout(timer);
        unsubscribe();
      };
    },
    [queryClient],
  );
  const seen = useSyncExternalStore(subscribe, () => version.current);
  return useMemo(
    // `seen` is the reason to look again; the answers themselves live in the cache.
    () => (seen >= 0 ? [...tasks.values()].map((task) => cachedAnswer(queryClient, task)) : []),
    [queryClient, tasks, seen],
  );
}

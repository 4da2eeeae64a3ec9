import { useCallback, useSyncExternalStore } from 'react';

import { refKey, type Answer, type TaskRef } from '~/core/answer';

import { useEngine } from './use-engine';

/** What is known about one task. Reads Query's cache and never asks a service. */
export function useAnswer(ref: TaskRef): Answer {
  const { answers } = useEngine();
  const key = refKey(ref);
  const subscribe = useCallback(
    (onChange: () => void) => answers.subscribeTo(key, onChange),
    [answers, key],
  );
  return useSyncExternalStore(subscribe, () => answers.get(ref));
}

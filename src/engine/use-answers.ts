import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { NO_ANSWER, type Answer, type TaskRef } from '~/core/answer';

import { answersWatch } from '~/engine/answers/watch';
import { answerQuery } from '~/engine/answers/queries';
import { useEngine, useTracked } from './use-engine';

/** What is known about one task. Reads the cache and never asks a service. */
export function useAnswer(ref: TaskRef): Answer {
  return useQuery({ ...answerQuery(ref), enabled: false }).data ?? NO_ANSWER;
}

/** The answers of all tracked tasks, in the order they were added. For counts, filters and sorting. */
export function useAllAnswers(): readonly Answer[] {
  const { answers } = useEngine();
  const tasks = useTracked((state) => state.tasks);
  const watch = answersWatch(answers);
  useSyncExternalStore(watch.subscribe, watch.version);
  return watch.all(tasks);
}

import { useQuery } from '@tanstack/react-query';

import { NO_ANSWER, type Answer, type TaskRef } from '~/core/answer';

import { answerQuery } from '~/engine/answers/queries';

/** What is known about one task. Reads the cache and never asks a service. */
export function useAnswer(ref: TaskRef): Answer {
  return useQuery({ ...answerQuery(ref), enabled: false }).data ?? NO_ANSWER;
}

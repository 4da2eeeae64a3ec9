import { queryOptions, skipToken } from '@tanstack/react-query';

import type { Answer, TaskRef } from '~/core/answer';

/** The cache key of a task: service and id but never the API key, so that a new key keeps what is known. */
export function answerKey(ref: TaskRef): readonly ['task', string, string] {
  return ['task', ref.base, ref.taskId];
}

/**
 * What cards read. It has no `queryFn`: only the driver asks. `gcTime` is infinite, or an answer whose card scrolled
 * away would be dropped after five minutes.
 */
export function answerQuery(ref: TaskRef) {
  return queryOptions<Answer>({
    queryKey: answerKey(ref),
    queryFn: skipToken,
    gcTime: Infinity,
    staleTime: Infinity,
  });
}

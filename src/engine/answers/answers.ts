import { QueryClient } from '@tanstack/react-query';

import { NO_ANSWER, refKey, type Answer, type TaskRef } from '~/core/answer';

import { answerKey } from './queries';

/** One task's answer has changed. */
export interface AnswerChange {
  ref: TaskRef;
  before: Answer;
  /** `NO_ANSWER` if it was removed. */
  after: Answer;
}

/** The only door to Query's cache: what is known about every task, and who is told when that changes. */
export interface Answers {
  /** For the `QueryClientProvider` alone. */
  readonly client: QueryClient;
  /** `NO_ANSWER` if nothing is known. */
  get(ref: TaskRef): Answer;
  put(ref: TaskRef, answer: Answer): void;
  remove(ref: TaskRef): void;
  /** Told at once of every change. */
  subscribe(listener: (change: AnswerChange) => void): () => void;
}

/** An empty cache with a client that never asks by itself. */
export function createAnswers(): Answers {
  // The driver makes the look-ups. Query only keeps what they bring, for as long as the page is open.
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: Infinity,
        // All keys are tasks. Query's own hash, and its search for options, would take most of a look at all answers.
        queryKeyHashFn: ([, base, taskId]) => `${String(base)} ${String(taskId)}`,
      },
    },
  });
  const listeners = new Set<(change: AnswerChange) => void>();
  const cache = client.getQueryCache();
  const get = (ref: TaskRef): Answer => cache.get<Answer>(refKey(ref))?.state.data ?? NO_ANSWER;
  const tell = (change: AnswerChange): void => {
    for (const listener of listeners) listener(change);
  };
  return {
    client,
    get,
    put(ref, after) {
      const before = get(ref);
      client.setQueryData(answerKey(ref), after);
      tell({ ref, before, after });
    },
    remove(ref) {
      const query = cache.get(refKey(ref));
      if (!query) return;
      const before = get(ref);
      cache.remove(query);
      tell({ ref, before, after: NO_ANSWER });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Answers by `refKey`; tasks that were never looked up are left out. */
export type AnswerEntries = [key: string, answer: Answer][];

/** What is known about these tasks. */
export function entriesOf(answers: Answers, refs: readonly TaskRef[]): AnswerEntries {
  return refs.flatMap((ref): AnswerEntries => {
    const answer = answers.get(ref);
    return answer === NO_ANSWER ? [] : [[refKey(ref), answer]];
  });
}

import { QueryClient } from '@tanstack/react-query';

import { NO_ANSWER, refKey, type Answer, type TaskRef } from '~/core/answer';

/** One task's answer has changed. */
export interface AnswerChange {
  ref: TaskRef;
  before: Answer;
  /** `NO_ANSWER` if it was removed. */
  after: Answer;
}

/** The only door to Query's cache: what is known about every task, and who is told when that changes. */
export interface Answers {
  /** Query's own client; who reads or changes answers does it by what stands below. */
  readonly client: QueryClient;
  /** `NO_ANSWER` if nothing is known. */
  get(ref: TaskRef): Answer;
  put(ref: TaskRef, answer: Answer): void;
  remove(ref: TaskRef): void;
  /** Makes one look-up and keeps what `look` returns. If it rejects, nothing changes. */
  query(ref: TaskRef, look: () => Promise<Answer>): Promise<AnswerChange>;
  /** Told at once of every change. */
  subscribe(listener: (change: AnswerChange) => void): () => void;
  /** Told at once of every change to one task, by `refKey`. */
  subscribeTo(key: string, listener: () => void): () => void;
}

/** An empty cache with a client that never asks by itself. */
export function createAnswers(): Answers {
  // The driver makes the look-ups: Query must neither retry (stalls in hidden tabs) nor wait for "online".
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        // Or an answer whose card nobody sees would be dropped after five minutes.
        gcTime: Infinity,
        refetchOnWindowFocus: false,
        // Every look-up changes its answer: to look for what is the same in both would be in vain.
        structuralSharing: false,
        // All keys are tasks. Query's own hash, and its search for options, would take most of a look at all answers.
        queryKeyHashFn: ([, base, taskId]) => `${String(base)} ${String(taskId)}`,
      },
    },
  });
  const listeners = new Set<(change: AnswerChange) => void>();
  const cache = client.getQueryCache();
  const get = (ref: TaskRef): Answer => cache.get<Answer>(refKey(ref))?.state.data ?? NO_ANSWER;
  const ofTask = new Map<string, Set<() => void>>();
  const tell = (change: AnswerChange): void => {
    for (const listener of listeners) listener(change);
    for (const listener of ofTask.get(refKey(change.ref)) ?? []) listener();
  };
  return {
    client,
    get,
    put(ref, after) {
      const before = get(ref);
      if (before === after) return;
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
    async query(ref, look) {
      let before = NO_ANSWER;
      const after = await client.query({
        queryKey: answerKey(ref),
        // Do not use Query's own signal: reading it would cancel the look-up when a card scrolls away.
        queryFn: async () => {
          const found = await look();
          before = get(ref);
          return found;
        },
        // Whatever the clock says: set back, what is known would be fresh until it is back where it was.
        staleTime: -Infinity,
        networkMode: 'always',
      });
      const change = { ref, before, after };
      tell(change);
      return change;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    subscribeTo(key, listener) {
      const known = ofTask.get(key) ?? new Set();
      ofTask.set(key, known.add(listener));
      return () => {
        known.delete(listener);
        if (known.size === 0) ofTask.delete(key);
      };
    },
  };
}

/** The cache key of a task: service and id but never the API key, so that a new key keeps what is known. */
function answerKey(ref: TaskRef): readonly ['task', string, string] {
  return ['task', ref.base, ref.taskId];
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

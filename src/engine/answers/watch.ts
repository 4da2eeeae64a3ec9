import type { Answer, TaskRef } from '~/core/answer';

import type { Answers } from './answers';

/** How often, at most, the board processes all answers again, in ms: a burst of answers causes one render. */
export const BOARD_INTERVAL = 200;

/** All answers as one store, for counts, filters and sorting. */
export interface AnswersWatch {
  /** Subscribes; called at most every `BOARD_INTERVAL` ms, when answers have come. */
  subscribe(changed: () => void): () => void;
  /** Changes whenever subscribers are told that answers have come. */
  version(): number;
  /** Each task's answer, in the tasks' order; the same array until a task or the version changes. */
  all<Ref extends TaskRef>(tasks: ReadonlyMap<string, Ref>): readonly Answer[];
}

const watches = new WeakMap<Answers, AnswersWatch>();

/** One for all subscribers, so that answers are collected once and everything renders together. */
export function answersWatch(answers: Answers): AnswersWatch {
  const known = watches.get(answers);
  if (known) return known;
  const made = createWatch(answers);
  watches.set(answers, made);
  return made;
}

function createWatch(answers: Answers): AnswersWatch {
  const listeners = new Set<() => void>();
  let version = 0;
  let outdated = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: { tasks: unknown; version: number; answers: readonly Answer[] } | undefined;

  const notifySoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      outdated = false;
      version += 1;
      for (const listener of listeners) listener();
    }, BOARD_INTERVAL);
  };
  answers.subscribe(() => {
    outdated = true;
    if (listeners.size > 0) notifySoon();
  });

  return {
    subscribe(changed) {
      listeners.add(changed);
      // Answers may have come since the last render. Notifying at once would render a large board twice.
      if (outdated) notifySoon();
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
    version: () => version,
    all(tasks) {
      if (last?.tasks !== tasks || last.version !== version) {
        const all = [...tasks.values()].map((task) => answers.get(task));
        last = { tasks, version, answers: all };
      }
      return last.answers;
    },
  };
}

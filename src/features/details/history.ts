import type { Answer, Sighting } from '~/core/answer';
import { isTerminal, type TaskState } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { timesOf } from '~/core/times';

/** A period of a task's life, in epoch ms. */
export interface Phase {
  kind: 'waiting' | 'making';
  from: number;
  to: number;
}

/**
 * Waiting, then running, as far as known at `now`. If it was already running or finished when first seen, the moment
 * between the two is unknown, and there is one phase or none.
 */
export function phasesOf(tracked: TrackedTask, answer: Answer, now: number): Phase[] {
  const { since, endedAt } = timesOf(tracked, answer);
  const state = answer.task?.state ?? 'unknown';
  const end = endedAt ?? (isTerminal(state) ? null : now);
  if (end === null || state === 'unknown') return [];
  const waited = answer.sightings.findLastIndex((sighting) => sighting.state === 'queued');
  const started = waited < 0 ? null : (answer.sightings[waited + 1]?.at ?? null);
  if (waited >= 0 && started === null) return phase('waiting', since, end);
  if (started === null || started > end) return phase('making', since, end);
  return [...phase('waiting', since, started), ...phase('making', started, end)];
}

/** What the service said over a period: one line of the history. */
interface Step {
  at: number;
  state: TaskState;
  word: string | null;
  /** First and last number of the step, in percent. */
  from: number | null;
  to: number | null;
}

/** The sightings, with consecutive ones of the same state and word merged into a step. Oldest first. */
export function historyOf(sightings: readonly Sighting[]): Step[] {
  const steps: Step[] = [];
  for (const { at, state, word, progress } of sightings) {
    const last = steps.at(-1);
    if (last?.state === state && last.word === word) {
      last.from ??= progress;
      last.to = progress ?? last.to;
    } else {
      steps.push({ at, state, word, from: progress, to: progress });
    }
  }
  return steps;
}

function phase(kind: Phase['kind'], from: number, to: number): Phase[] {
  return to > from ? [{ kind, from, to }] : [];
}

import type { LookUpProblem, Task, TaskState } from './task';

/** Which task on which service: the identity of a card, stable when a key is changed. */
export interface TaskRef {
  base: string;
  taskId: string;
}

/** The identity as one string, for maps, rows and links. A blank never stands in a base address. */
export function refKey(ref: TaskRef): string {
  return `${ref.base} ${ref.taskId}`;
}

/** A step of the task's life as this page saw it. */
export interface Sighting {
  /** Epoch ms of the look-up that saw it. */
  at: number;
  state: TaskState;
  word: string | null;
  progress: number | null;
}

/** Everything the look-ups of one task have told so far. This is what TanStack Query caches. */
export interface Answer {
  /** The last readable answer; a later problem never erases it. */
  task: Task | null;
  /** Why the last look-up told nothing, or null when it was readable. */
  problem: LookUpProblem | null;
  /** Look-ups in a row that ended in `problem.kind`. */
  problemCount: number;
  /** Epoch ms of the first of those. */
  problemSince: number | null;
  /** Epoch ms of the last look-up, readable or not. */
  askedAt: number | null;
  /** Epoch ms of the last readable one. */
  answeredAt: number | null;
  /** Epoch ms of the next planned look-up; null when none is planned. */
  nextAt: number | null;
  /** First, changed and last sightings, oldest first, at most MAX_SIGHTINGS. */
  sightings: Sighting[];
  /** The body of the last readable answer, shortened, free of keys. */
  raw: string | null;
}

export const MAX_SIGHTINGS = 60;

export const NO_ANSWER: Answer = {
  task: null,
  problem: null,
  problemCount: 0,
  problemSince: null,
  askedAt: null,
  answeredAt: null,
  nextAt: null,
  sightings: [],
  raw: null,
};

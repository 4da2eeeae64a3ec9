import type { LookUpProblem, Task, TaskState } from './task';

/** Which task on which service: the identity of a card. It stays the same when a key changes. */
export interface TaskRef {
  base: string;
  taskId: string;
}

/** The identity as a string, for maps, rows and links. Base addresses contain no spaces. */
export function refKey(ref: TaskRef): string {
  return `${ref.base} ${ref.taskId}`;
}

/** The task's state as seen by one look-up. */
export interface Sighting {
  /** Epoch ms of that look-up. */
  at: number;
  state: TaskState;
  word: string | null;
  progress: number | null;
}

/** Everything the look-ups of a task have found so far. This is what TanStack Query caches. */
export interface Answer {
  /** The last readable answer; later problems never erase it. */
  task: Task | null;
  /** Why the last look-up failed; null if it was readable. */
  problem: LookUpProblem | null;
  /** Number of consecutive look-ups with `problem.kind`. */
  problemCount: number;
  /** Epoch ms of the first of them. */
  problemSince: number | null;
  /** Epoch ms of the last look-up, readable or not. */
  askedAt: number | null;
  /** Epoch ms of the last readable one. */
  answeredAt: number | null;
  /** Epoch ms of the next planned look-up; null when none is planned. */
  nextAt: number | null;
  /** The first sighting, every change and the latest, oldest first, at most MAX_SIGHTINGS. */
  sightings: Sighting[];
  /** Body of the last readable answer, shortened and without keys. */
  raw: string | null;
  /** What one try to load a finished video without a link found: a video, or that there is none. Absent if untried. */
  content?: 'video' | 'refused';
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

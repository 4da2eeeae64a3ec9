import { MAX_SIGHTINGS, type Answer, type Sighting } from '~/core/answer';
import type { LookUpProblem, Reading, Task } from '~/core/task';

import { reopens } from './reopens';

/**
 * Adds one reading to what is known. A problem never erases the last good state, and a finished task is never reopened
 * by an answer that knows less (some services forget their queue state after the end). `nextAt` is left to the policy.
 */
export function mergeAnswer(
  before: Answer,
  reading: Reading,
  raw: string | null,
  now: number,
): Answer {
  if ('problem' in reading) return mergeProblem(before, reading.problem, now);
  const task = keepKnown(before.task, reading.task);
  return {
    ...before,
    task,
    problem: null,
    problemCount: 0,
    problemSince: null,
    askedAt: now,
    answeredAt: now,
    nextAt: null,
    sightings: see(seenBefore(before, now), task, reading.task, now),
    raw,
  };
}

function mergeProblem(before: Answer, problem: LookUpProblem, now: number): Answer {
  const again = before.problem?.kind === problem.kind;
  return {
    ...before,
    problem: carry(before.problem, withReason(before.problem, problem)),
    problemCount: again ? before.problemCount + 1 : 1,
    problemSince: again ? (before.problemSince ?? now) : now,
    askedAt: now,
    nextAt: null,
  };
}

/** Why nobody can be reached was found out by a check; a look-up that fails in the same way cannot tell. */
function withReason(before: LookUpProblem | null, problem: LookUpProblem): LookUpProblem {
  const silent = ({ kind }: LookUpProblem): boolean => kind === 'network' || kind === 'timeout';
  const wants = before && silent(before) && silent(problem) ? before.wants : undefined;
  return wants === undefined ? problem : { ...problem, wants };
}

/** Facts missing from a later, shorter answer are still true: prompt, images, model, size. */
function keepKnown(before: Task | null, task: Task): Task {
  if (!before) return task;
  return {
    // Fields that only a newer build knows: they are stored and must not get lost by a look-up of this one.
    ...before,
    ...task,
    queue: task.queue && { ...before.queue, ...task.queue },
    video: task.video && carry(before.video, task.video),
    failure: task.failure && carry(before.failure, task.failure),
    prompt: task.prompt ?? before.prompt,
    enhancedPrompt: task.enhancedPrompt ?? before.enhancedPrompt,
    images: task.images.length > 0 ? task.images : before.images,
    thumbnail: task.thumbnail ?? before.thumbnail,
    model: task.model ?? before.model,
    width: task.width ?? before.width,
    height: task.height ?? before.height,
    seconds: task.seconds ?? before.seconds,
    orientation: task.orientation ?? before.orientation,
    createdAt: task.createdAt ?? before.createdAt,
    progress: neverLess(before, task),
    ...(reopens(before, task) && {
      state: before.state,
      statusWord: before.statusWord,
      progress: before.progress,
      queue: before.queue,
      video: before.video,
      failure: before.failure,
      completedAt: before.completedAt,
      expiresAt: before.expiresAt,
    }),
  };
}

/** A fact that is found again as it was keeps what only a newer build knows of it; another one is another fact. */
function carry<T extends object>(before: T | null, found: T): T {
  const known = new Map<string, unknown>(Object.entries(before ?? {}));
  const again = Object.entries(found).every(([name, value]) => known.get(name) === value);
  return again ? { ...before, ...found } : found;
}

/**
 * One answer cannot tell whether 0.4 is a share or less than one percent; if 3 follows, it was percent, and the bar stays
 * where it is until the number has passed it. Only a task that starts again may fall.
 */
function neverLess(before: Task, task: Task): number | null {
  if (before.state !== 'running' || task.state !== 'running') return task.progress;
  if (before.progress === null || task.progress === null) return task.progress;
  return Math.max(before.progress, task.progress);
}

/** What an answer may be older than the one before it, in ms: what a relay told others comes with its age. */
const OLDER = 60_000;

/**
 * The sightings so far, by the clock as it is now. If it was set back, this look-up was made about when it was planned,
 * and they move with it: a line through numbers that were seen in the future would be learnt from.
 */
function seenBefore({ sightings, askedAt, nextAt }: Answer, now: number): Sighting[] {
  if (askedAt === null || now > askedAt - OLDER) return sightings;
  const by = now - Math.max(askedAt, nextAt ?? askedAt);
  return sightings.map((sighting) => ({ ...sighting, at: sighting.at + by }));
}

/**
 * Every change is kept; a look-up without any only moves the time of the last sighting's duplicate. When the list is
 * full, its second half is thinned out, so the first and the latest stay.
 */
function see(before: Sighting[], task: Task, read: Task, at: number): Sighting[] {
  const { state, statusWord: word } = task;
  // The bar never falls, but a number that did is how the forecast knows of a second start.
  const seen: Sighting = {
    at,
    state,
    word,
    progress: state === 'running' ? read.progress : task.progress,
  };
  const last = before.at(-1);
  const beforeLast = before.at(-2);
  const all =
    last && beforeLast && same(last, seen) && same(beforeLast, seen)
      ? [...before.slice(0, -1), { ...last, at }]
      : [...before, seen];
  if (all.length <= MAX_SIGHTINGS) return all;
  const half = MAX_SIGHTINGS / 2;
  return all.filter((_, index) => index < 2 || index > half || index % 2 === 0);
}

function same(a: Sighting, b: Sighting): boolean {
  return a.state === b.state && a.word === b.word && a.progress === b.progress;
}

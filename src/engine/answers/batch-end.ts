import type { Answer } from '~/core/answer';
import { lifeOf } from '~/core/took';
import { isTerminal } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { groupOfTracked } from './group-of';

import { endOf } from './end';

/** What is told at once: a batch or, where the board is grouped so, a shot. */
export interface ToldGroup {
  by: 'batch' | 'shot' | 'none';
  id: string;
  /** As the person wrote it; empty where there is none. */
  name: string;
}

/** A group of which no task goes on any more. */
export interface BatchEnd {
  group: ToldGroup;
  /** When its last end was found, in epoch ms: the same in every tab. */
  at: number;
  total: number;
  ready: number;
  failed: readonly TrackedTask[];
  /** How long all of it took, in ms; null if that is not known of each task. */
  tookMs: number | null;
}

type Tasks = ReadonlyMap<string, TrackedTask>;

/** A name for a group that no other one has. */
export function groupKey({ by, id }: ToldGroup): string {
  return `${by} ${id}`;
}

/**
 * The group of a task. A shot with a single take is told with its batch, and so is everything where the board is not
 * grouped by shot: there is never a notice for each video.
 */
export function toldGroupOf(task: TrackedTask, tasks: Tasks, byShot: boolean): ToldGroup {
  const shot = byShot ? groupOfTracked(task, 'shot') : null;
  if (shot && takesOf(shot.id, tasks) > 1) return { by: 'shot', id: shot.id, name: shot.value };
  const batch = groupOfTracked(task, 'batch');
  return batch
    ? { by: 'batch', id: batch.id, name: batch.value }
    : { by: 'none', id: '', name: '' };
}

/** The end of a task's group; null while one of its tasks goes on. */
export function batchEndOf(
  task: TrackedTask,
  tasks: Tasks,
  answerOf: (task: TrackedTask) => Answer,
  byShot: boolean,
): BatchEnd | null {
  const group = toldGroupOf(task, tasks, byShot);
  const key = groupKey(group);
  const all = [...tasks.values()].filter(
    (one) => isMaybeOf(one, group) && groupKey(toldGroupOf(one, tasks, byShot)) === key,
  );
  const ends = all.flatMap((one) => {
    const answer = answerOf(one);
    const at = endOf(one, answer)?.foundAt ?? givenUpAt(answer);
    return at === null ? [] : [{ one, answer, at, state: answer.task?.state }];
  });
  if (ends.length === 0 || ends.length < all.length) return null;
  return {
    group,
    at: Math.max(...ends.map(({ at }) => at)),
    total: all.length,
    ready: ends.filter(({ state }) => state === 'completed').length,
    failed: ends.filter(({ state }) => state === 'failed').map(({ one }) => one),
    tookMs: tookMs(ends),
  };
}

/** Whether a task goes on as far as a group's end is concerned. */
export function goesOn(answer: Answer): boolean {
  return !(answer.task && isTerminal(answer.task.state)) && givenUpAt(answer) === null;
}

/** An id that its service does not know is asked about no longer: no batch waits for it. */
function givenUpAt({ problem, problemSince, nextAt }: Answer): number | null {
  return problem?.kind === 'not_found' && nextAt === null ? problemSince : null;
}

/** Spares most tasks the look at all others that a shot needs. */
function isMaybeOf(task: TrackedTask, { by, id }: ToldGroup): boolean {
  if (by === 'shot') return groupOfTracked(task, 'shot')?.id === id;
  return by === 'batch' ? task.batch?.id === id : task.batch === null;
}

/** How many takes each shot has; counted once for each board. */
function takesOf(shot: string, tasks: Tasks): number {
  const counts = counted.get(tasks) ?? new Map<string, number>();
  if (!counted.has(tasks)) {
    counted.set(tasks, counts);
    for (const task of tasks.values()) {
      const { id } = groupOfTracked(task, 'shot') ?? {};
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts.get(shot) ?? 0;
}

const counted = new WeakMap<Tasks, Map<string, number>>();

/** From the first task's beginning to the last one's end. */
function tookMs(ends: readonly { one: TrackedTask; answer: Answer }[]): number | null {
  const lives = ends.map(({ one, answer }) => lifeOf(one, answer));
  if (lives.some((life) => life.tookMs === null)) return null;
  const from = Math.min(...lives.map(({ since }) => since));
  const to = Math.max(...lives.map(({ endedAt }) => endedAt ?? 0));
  return to >= from ? to - from : null;
}

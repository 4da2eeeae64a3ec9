import { refKey, type Answer } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import type { Cost } from '~/core/cost';
import type { FailureKind } from '~/core/failure';
import { lifeOf } from '~/core/took';
import type { Columns, TrackedTask } from '~/core/tracked';
import { endOf } from '~/engine/answers/end';
import { groupOfTracked } from '~/engine/answers/group-of';

import { markOf, shortMark } from './mark';

/** What Insight knows of a task that has ended. */
export interface EndedTask {
  /** Which task: see `markOf`. */
  mark: number;
  /** When it ended or, if nobody says, was found ended. Epoch ms. */
  at: number;
  isDated: boolean;
  /** From being submitted to the end; null if nobody knows. */
  tookMs: number | null;
  end: 'ready' | 'failed' | 'cancelled';
  /** Why it failed; null unless it did. */
  reason: FailureKind | null;
  base: string;
  model: string | null;
  /** The length of the video in seconds: longer ones take longer. */
  seconds: number | null;
  cost: Cost | null;
  /** The group id of its batch. */
  batch: string | null;
  /** The group id of its shot as a short mark; 0 for none. */
  shot: number;
  /** Cells of the pasted table that group tasks. */
  columns: Columns;
}

/** The longest duration believed, in ms: longer ones are tasks that were added long after they had ended. */
const LONGEST_MS = 6 * 3_600_000;

/** What Insight knows of a task; null while it goes on, and for those of the sample board. */
export function endedTaskOf(tracked: TrackedTask, answer: Answer): EndedTask | null {
  const end = tracked.base === SAMPLE_BASE ? null : endOf(tracked, answer);
  const { task } = answer;
  if (end === null || task === null) return null;
  const { endedAt, tookMs } = lifeOf(tracked, answer);
  const shot = groupOfTracked(tracked, 'shot')?.id;
  return {
    mark: markOf(refKey(tracked)),
    at: endedAt ?? end.foundAt,
    isDated: endedAt !== null,
    tookMs: tookMs !== null && tookMs <= LONGEST_MS ? tookMs : null,
    end: end.kind,
    reason: end.kind === 'failed' ? (task.failure?.kind ?? 'unknown') : null,
    base: tracked.base,
    model: task.model,
    seconds: task.seconds,
    cost: task.cost ?? null,
    batch: groupOfTracked(tracked, 'batch')?.id ?? null,
    shot: shot === undefined ? 0 : shortMark(shot),
    columns: tracked.columns,
  };
}

import * as v from 'valibot';

import {
  isBoundedColumns,
  isBoundedTags,
  PASTED_LIMITS,
  type Batch,
  type TrackedTask,
} from '~/core/tracked';

const text = v.nullable(v.string());
const number = v.nullable(v.pipe(v.number(), v.finite()));

/**
 * A tracked task, in storage and between tabs. `batch` is the name alone, as builds read it that knew no more of a
 * batch; what came later stands beside it and may be missing.
 */
export const trackedSchema = v.looseObject({
  base: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s]+$/i)),
  taskId: v.pipe(v.string(), v.minLength(1)),
  connectionId: text,
  otherConnectionIds: v.array(v.string()),
  label: text,
  batch: text,
  batchId: v.optional(text),
  shot: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(PASTED_LIMITS.shot)))),
  columns: v.optional(v.custom<TrackedTask['columns']>(isBoundedColumns)),
  note: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(PASTED_LIMITS.note)))),
  tags: v.optional(v.custom<TrackedTask['tags']>(isBoundedTags)),
  addedAt: v.number(),
  seenAt: number,
  pickedAt: v.optional(number),
  changedAt: v.optional(number),
  saidAt: v.optional(v.fallback(v.record(v.string(), v.number()), {})),
});
/** A tracked task as stored and sent; fields that a newer build added are in it too. */
export type StoredTask = v.InferOutput<typeof trackedSchema>;

/** The task as stored and sent. */
export function storedOf({ batch, ...rest }: TrackedTask): StoredTask {
  return { ...rest, batch: batch?.name ?? null, batchId: batch?.id ?? null };
}

/**
 * The task as the page knows it.
 * @param before what was known of it; a tab with an older build leaves out what it cannot know
 */
export function trackedOf(stored: StoredTask, before?: TrackedTask): TrackedTask {
  const { batch, batchId, shot, columns, note, tags, pickedAt, changedAt, ...rest } = stored;
  return {
    ...before,
    ...rest,
    batch: batchOf(batch, batchId, before?.batch ?? null),
    shot: shot === undefined ? (before?.shot ?? null) : shot,
    columns: columns ?? before?.columns ?? {},
    note: note === undefined ? (before?.note ?? null) : note,
    tags: tags ?? before?.tags ?? [],
    pickedAt: pickedAt === undefined ? (before?.pickedAt ?? null) : pickedAt,
    changedAt: changedAt === undefined ? (before?.changedAt ?? null) : changedAt,
  };
}

function batchOf(
  name: string | null,
  id: string | null | undefined,
  before: Batch | null,
): Batch | null {
  if (id) return { id, name };
  if (id === undefined && before?.name === name) return before;
  // Batches had no id once: tasks with the same name were one batch and stay together.
  return name === null ? null : { id: `name:${name}`, name };
}

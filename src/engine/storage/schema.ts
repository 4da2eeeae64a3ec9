import * as v from 'valibot';

import { MAX_SIGHTINGS, type Answer } from '~/core/answer';
import type { Connection } from '~/core/connection';
import { PROBLEM_KINDS, TASK_STATES, type LookUpProblem, type Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

/** Version of the rows this build writes. Rows with a higher one come from a newer page and are left alone. */
export const ROW_VERSION = 1;

const text = v.nullable(v.string());
const number = v.nullable(v.pipe(v.number(), v.finite()));
const link = v.pipe(v.string(), v.regex(/^https?:\/\//i));
const picture = v.pipe(v.string(), v.regex(/^(https?:\/\/|data:image\/)/i));
const state = v.picklist(TASK_STATES);

const task: v.GenericSchema<unknown, Task> = v.object({
  id: text,
  state,
  statusWord: text,
  progress: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  queue: v.nullable(v.object({ position: number, waitSeconds: number, message: text })),
  prompt: text,
  enhancedPrompt: text,
  images: v.array(picture),
  video: v.nullable(
    v.variant('kind', [
      v.object({ kind: v.literal('link'), url: link }),
      v.object({ kind: v.literal('content') }),
    ]),
  ),
  thumbnail: v.nullable(picture),
  failure: v.nullable(v.object({ message: text, code: text })),
  model: text,
  width: number,
  height: number,
  seconds: number,
  orientation: v.nullable(v.picklist(['portrait', 'landscape', 'square'])),
  createdAt: number,
  completedAt: number,
  expiresAt: number,
  updatedAt: number,
});

const problem: v.GenericSchema<unknown, LookUpProblem> = v.object({
  kind: v.picklist(PROBLEM_KINDS),
  message: text,
  httpStatus: number,
  retryAfterMs: number,
  // Missing in rows written by older versions, as is `content`.
  about: v.exactOptional(v.picklist(['key', 'task', 'model', 'credit'])),
});

/** An answer, in storage and between tabs. */
export const answerSchema: v.GenericSchema<unknown, Answer> = v.object({
  task: v.nullable(task),
  problem: v.nullable(problem),
  problemCount: v.number(),
  problemSince: number,
  askedAt: number,
  answeredAt: number,
  nextAt: number,
  sightings: v.pipe(
    v.array(v.object({ at: v.number(), state, word: text, progress: number })),
    v.maxLength(MAX_SIGHTINGS),
  ),
  raw: text,
  content: v.exactOptional(v.picklist(['video', 'refused'])),
});

/** A tracked task, in storage and between tabs. */
export const trackedSchema: v.GenericSchema<unknown, TrackedTask> = v.object({
  base: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s]+$/i)),
  taskId: v.pipe(v.string(), v.minLength(1)),
  connectionId: text,
  otherConnectionIds: v.array(v.string()),
  label: text,
  batch: text,
  addedAt: v.number(),
  seenAt: number,
  // Missing in rows written by older versions.
  pickedAt: v.optional(number, null),
});

/** A connection, in storage and between tabs. */
export const connectionSchema: v.GenericSchema<unknown, Connection> = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  base: v.string(),
  hint: v.string(),
  keep: v.picklist(['tab', 'device']),
  addedAt: v.number(),
});

/** A look-up path: a template containing the id. */
export const lookUpPathSchema = v.pipe(v.string(), v.regex(/^\/.*\{id\}/), v.maxLength(300));

/** A key encrypted with this browser's own vault key: AES-GCM, base64. */
export const sealedSchema = v.object({ iv: v.string(), data: v.string() });
/** An encrypted key. */
export type Sealed = v.InferOutput<typeof sealedSchema>;

/** Reads a stored row; null if it is damaged or from a newer version. */
export function readRow<T>(schema: v.GenericSchema<unknown, T>, row: unknown): T | null {
  const parsed = v.safeParse(v.object({ version: v.literal(ROW_VERSION), value: schema }), row);
  return parsed.success ? parsed.output.value : null;
}

/** Wraps a value with the version of this build. */
export function writeRow<T>(value: T): { version: number; value: T } {
  return { version: ROW_VERSION, value };
}

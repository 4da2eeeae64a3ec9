import * as v from 'valibot';

import { MAX_SIGHTINGS, type Answer } from '~/core/answer';
import { AUTH_SCHEMES, SCHEME_SOURCES, type StoredScheme } from '~/core/auth-scheme';
import { FAILURE_KINDS } from '~/core/failure';
import type { Connection } from '~/core/connection';
import {
  PROBLEM_KINDS,
  PROBLEM_WANTS,
  TASK_STATES,
  type LookUpProblem,
  type Task,
} from '~/core/task';

/**
 * Version of the rows this build writes. Rows with a higher one come from a newer page and are left alone. It is raised
 * only where an older build would misread a row: new fields need none, because every object here is loose, so what a
 * newer build added is read, carried along and written back. A new value in a picklist needs none either: the row does
 * not match, and a row that cannot be read is not touched.
 */
const ROW_VERSION = 1;

const text = v.nullable(v.string());
const number = v.nullable(v.pipe(v.number(), v.finite()));
const link = v.pipe(v.string(), v.regex(/^https?:\/\//i));
const picture = v.pipe(v.string(), v.regex(/^(https?:\/\/|data:image\/)/i));
const state = v.picklist(TASK_STATES);

const task: v.GenericSchema<unknown, Task> = v.looseObject({
  id: text,
  state,
  statusWord: text,
  progress: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  queue: v.nullable(v.looseObject({ position: number, waitSeconds: number, message: text })),
  prompt: text,
  enhancedPrompt: text,
  images: v.array(picture),
  video: v.nullable(
    v.variant('kind', [
      v.looseObject({ kind: v.literal('link'), url: link }),
      v.looseObject({ kind: v.literal('content') }),
    ]),
  ),
  thumbnail: v.nullable(picture),
  failure: v.nullable(
    v.looseObject({
      message: text,
      code: text,
      kind: v.exactOptional(v.picklist(FAILURE_KINDS)),
      empty: v.exactOptional(v.literal(true)),
    }),
  ),
  model: text,
  width: number,
  height: number,
  seconds: number,
  orientation: v.nullable(v.picklist(['portrait', 'landscape', 'square'])),
  createdAt: number,
  completedAt: number,
  expiresAt: number,
  updatedAt: number,
  cost: v.exactOptional(
    v.looseObject({ amount: v.pipe(v.number(), v.finite(), v.minValue(0)), unit: text }),
  ),
});

const problem: v.GenericSchema<unknown, LookUpProblem> = v.looseObject({
  kind: v.picklist(PROBLEM_KINDS),
  message: text,
  httpStatus: number,
  retryAfterMs: number,
  wants: v.optional(v.picklist(PROBLEM_WANTS)),
  leadsTo: v.optional(text),
  // Missing in rows written by older versions, as is `content`.
  about: v.exactOptional(v.picklist(['key', 'task', 'model', 'credit'])),
});

/** An answer, in storage and between tabs. */
export const answerSchema: v.GenericSchema<unknown, Answer> = v.looseObject({
  task: v.nullable(task),
  problem: v.nullable(problem),
  problemCount: v.number(),
  problemSince: number,
  askedAt: number,
  answeredAt: number,
  nextAt: number,
  sightings: v.pipe(
    v.array(v.looseObject({ at: v.number(), state, word: text, progress: number })),
    v.maxLength(MAX_SIGHTINGS),
  ),
  raw: text,
  content: v.exactOptional(v.picklist(['video', 'refused'])),
});

/** A connection, in storage and between tabs. */
export const connectionSchema: v.GenericSchema<unknown, Connection> = v.pipe(
  v.looseObject({
    kind: v.optional(v.picklist(['own', 'team'])),
    id: v.pipe(v.string(), v.minLength(1)),
    base: v.string(),
    hint: v.string(),
    keep: v.picklist(['tab', 'device']),
    addedAt: v.number(),
  }),
  // An older build, which writes no kind or carries an outdated one along, says it by the hint alone.
  v.transform(({ hint, ...more }): Connection =>
    hint === '' ? { ...more, kind: 'team', hint } : { ...more, kind: 'own', hint },
  ),
);

/** A look-up path: a template containing the id. */
export const lookUpPathSchema = v.pipe(v.string(), v.regex(/^\/.*\{id\}/), v.maxLength(300));

/** How a service wants its key, and who said so. */
export const storedSchemeSchema: v.GenericSchema<unknown, StoredScheme> = v.looseObject({
  scheme: v.picklist(AUTH_SCHEMES),
  by: v.picklist(SCHEME_SOURCES),
});

/** A key encrypted with this browser's own vault key: AES-GCM, base64. */
export const sealedSchema = v.looseObject({ iv: v.string(), data: v.string() });
/** An encrypted key. */
export type Sealed = v.InferOutput<typeof sealedSchema>;

/** Reads a stored row; null if it is damaged or from a newer version. */
export function readRow<T>(schema: v.GenericSchema<unknown, T>, row: unknown): T | null {
  const parsed = v.safeParse(v.object({ version: v.literal(ROW_VERSION), value: schema }), row);
  return parsed.success ? parsed.output.value : null;
}

/** Wraps a value with the version of this build, and with what a newer build had put beside it. */
export function writeRow<T>(value: T, beside: object = {}): { version: number; value: T } {
  return { ...beside, version: ROW_VERSION, value };
}

/** What a newer build put beside the value of a row; null if nothing. */
export function besideValue(row: unknown): object | null {
  const parsed = v.safeParse(v.looseObject({ version: v.number(), value: v.unknown() }), row);
  if (!parsed.success) return null;
  const { version: _version, value: _value, ...beside } = parsed.output;
  return Object.keys(beside).length > 0 ? beside : null;
}

/** Whether a newer build wrote the row in a way that this one would misread. */
export function isNewer(row: unknown): boolean {
  return v.is(v.object({ version: v.pipe(v.number(), v.gtValue(ROW_VERSION)) }), row);
}

import * as v from 'valibot';

import type { Answer } from '~/core/answer';
import type { Connection, KeepKey } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';
import {
  answerSchema,
  connectionSchema,
  lookUpPathSchema,
  sealedSchema,
  trackedSchema,
  type Sealed,
} from '~/engine/storage/schema';

/** Messages between tabs. Keys travel sealed; only a tab of this same browser can open them. */
export type Message =
  /** A tab was opened; it knows what had been stored up to `since` (epoch ms). */
  | { type: 'hello'; since: number }
  | { type: 'beat' }
  | { type: 'answers'; answers: [key: string, answer: Answer][] }
  /** Tasks that were added or changed; with their answers if they were restored. */
  | { type: 'tracked'; tasks: TrackedTask[]; answers?: [key: string, answer: Answer][] | undefined }
  | { type: 'removed'; keys: string[] }
  | { type: 'key'; connection: Connection; sealed: Sealed | null; keep: KeepKey }
  | { type: 'forgot'; connectionId: string }
  | { type: 'need-key'; connectionIds: string[] }
  | { type: 'check'; keys: string[] }
  /** Finished tasks without a link that a visible tab shows. */
  | { type: 'on-screen'; keys: string[] }
  /** A service's look-up path from now on. */
  | { type: 'path'; base: string; path: string }
  | { type: 'paused'; paused: boolean }
  | { type: 'visible'; tab: string; visible: boolean };

const keys = v.array(v.string());
const answers = v.array(v.tuple([v.string(), answerSchema]));

/** Validates messages, which may come from an older or newer page. */
export const messageSchema: v.GenericSchema<unknown, Message> = v.variant('type', [
  v.object({ type: v.literal('hello'), since: v.number() }),
  v.object({ type: v.literal('beat') }),
  v.object({ type: v.literal('answers'), answers }),
  v.object({
    type: v.literal('tracked'),
    tasks: v.array(trackedSchema),
    answers: v.optional(answers),
  }),
  v.object({ type: v.literal('removed'), keys }),
  v.object({
    type: v.literal('key'),
    connection: connectionSchema,
    sealed: v.nullable(sealedSchema),
    keep: v.picklist(['tab', 'device']),
  }),
  v.object({ type: v.literal('forgot'), connectionId: v.string() }),
  v.object({ type: v.literal('need-key'), connectionIds: keys }),
  v.object({ type: v.literal('check'), keys }),
  v.object({ type: v.literal('on-screen'), keys }),
  v.object({ type: v.literal('path'), base: v.string(), path: lookUpPathSchema }),
  v.object({ type: v.literal('paused'), paused: v.boolean() }),
  v.object({ type: v.literal('visible'), tab: v.string(), visible: v.boolean() }),
]);

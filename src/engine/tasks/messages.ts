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

/** What tabs tell each other. Keys travel sealed; only a tab of this very browser can open them. */
export type Message =
  /** A tab was opened, and knows what was stored up to `since` (epoch ms). */
  | { say: 'hello'; since: number }
  | { say: 'beat' }
  | { say: 'answers'; answers: [key: string, answer: Answer][] }
  /** Tasks that came or changed; with answers where they came back. */
  | { say: 'tracked'; tasks: TrackedTask[]; answers?: [key: string, answer: Answer][] | undefined }
  | { say: 'removed'; keys: string[] }
  | { say: 'key'; connection: Connection; sealed: Sealed | null; keep: KeepKey }
  | { say: 'forgot'; connectionId: string }
  | { say: 'need-key'; connectionIds: string[] }
  | { say: 'check'; keys: string[] }
  /** How a service is looked up from now on. */
  | { say: 'path'; base: string; path: string }
  | { say: 'paused'; paused: boolean }
  | { say: 'visible'; tab: string; visible: boolean };

const keys = v.array(v.string());
const answers = v.array(v.tuple([v.string(), answerSchema]));

export const messageSchema: v.GenericSchema<unknown, Message> = v.variant('say', [
  v.object({ say: v.literal('hello'), since: v.number() }),
  v.object({ say: v.literal('beat') }),
  v.object({ say: v.literal('answers'), answers }),
  v.object({
    say: v.literal('tracked'),
    tasks: v.array(trackedSchema),
    answers: v.optional(answers),
  }),
  v.object({ say: v.literal('removed'), keys }),
  v.object({
    say: v.literal('key'),
    connection: connectionSchema,
    sealed: v.nullable(sealedSchema),
    keep: v.picklist(['tab', 'device']),
  }),
  v.object({ say: v.literal('forgot'), connectionId: v.string() }),
  v.object({ say: v.literal('need-key'), connectionIds: keys }),
  v.object({ say: v.literal('check'), keys }),
  v.object({ say: v.literal('path'), base: v.string(), path: lookUpPathSchema }),
  v.object({ say: v.literal('paused'), paused: v.boolean() }),
  v.object({ say: v.literal('visible'), tab: v.string(), visible: v.boolean() }),
]);

import * as v from 'valibot';

import type { Answer } from '~/core/answer';
import type { StoredScheme } from '~/core/auth-scheme';
import type { Connection, KeepKey } from '~/core/connection';
import { FEED_PROBLEMS, type FeedTrouble } from '~/core/feed';
import {
  answerSchema,
  connectionSchema,
  lookUpPathSchema,
  sealedSchema,
  storedSchemeSchema,
  type Sealed,
} from '~/engine/storage/schema';
import { trackedSchema, type StoredTask } from '~/engine/storage/tracked-row';

/** Messages between tabs. Keys travel sealed; only a tab of this same browser can open them. */
export type Message =
  /** A tab was opened; it knows what had been stored up to `since` (epoch ms). */
  | { type: 'hello'; since: number }
  | { type: 'beat' }
  | { type: 'answers'; answers: [key: string, answer: Answer][] }
  /** Tasks that were added or changed; with their answers if they were restored. */
  | { type: 'tracked'; tasks: StoredTask[]; answers?: [key: string, answer: Answer][] | undefined }
  | { type: 'removed'; keys: string[] }
  | { type: 'key'; connection: Connection; sealed: Sealed | null; keep: KeepKey }
  | { type: 'forgot'; connectionId: string }
  | { type: 'need-key'; connectionIds: string[] }
  | { type: 'check'; keys: string[] }
  /** Finished tasks without a link that a visible tab shows. */
  | { type: 'on-screen'; keys: string[] }
  /** A service's look-up path from now on. */
  | { type: 'path'; base: string; path: string }
  /** How a service wants its key from now on. */
  | { type: 'scheme'; base: string; stored: StoredScheme }
  | { type: 'paused'; paused: boolean }
  | { type: 'visible'; tab: string; visible: boolean }
  /** All feeds from which nothing comes at the moment. */
  | { type: 'feeds'; troubles: FeedTrouble[] };

const keys = v.array(v.string());
const answers = readable(v.tuple([v.string(), answerSchema]));

/**
 * Validates messages, which may come from an older or newer page. What is new in a known message is carried along;
 * a type that is not known here matches nothing and is ignored.
 */
export const messageSchema: v.GenericSchema<unknown, Message> = v.variant('type', [
  v.looseObject({ type: v.literal('hello'), since: v.number() }),
  v.looseObject({ type: v.literal('beat') }),
  v.looseObject({ type: v.literal('answers'), answers }),
  v.looseObject({
    type: v.literal('tracked'),
    tasks: readable(trackedSchema),
    answers: v.optional(answers),
  }),
  v.looseObject({ type: v.literal('removed'), keys }),
  v.looseObject({
    type: v.literal('key'),
    connection: connectionSchema,
    sealed: v.nullable(sealedSchema),
    keep: v.picklist(['tab', 'device']),
  }),
  v.looseObject({ type: v.literal('forgot'), connectionId: v.string() }),
  v.looseObject({ type: v.literal('need-key'), connectionIds: keys }),
  v.looseObject({ type: v.literal('check'), keys }),
  v.looseObject({ type: v.literal('on-screen'), keys }),
  v.looseObject({ type: v.literal('path'), base: v.string(), path: lookUpPathSchema }),
  v.looseObject({ type: v.literal('scheme'), base: v.string(), stored: storedSchemeSchema }),
  v.looseObject({ type: v.literal('paused'), paused: v.boolean() }),
  v.looseObject({ type: v.literal('visible'), tab: v.string(), visible: v.boolean() }),
  v.looseObject({
    type: v.literal('feeds'),
    troubles: readable(v.looseObject({ name: v.string(), problem: v.picklist(FEED_PROBLEMS) })),
  }),
]);

/** A list without the items that cannot be read here, so that one from a newer page does not take the others along. */
function readable<T>(item: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T[]> {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) =>
      items.flatMap((one): T[] => {
        const parsed = v.safeParse(item, one);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );
}

import * as v from 'valibot';

import { refKey } from '~/core/answer';
import {
  answerSchema,
  lookUpPathSchema,
  sealedSchema,
  storedSchemeSchema,
} from '~/engine/storage/schema';
import { storedOf, trackedSchema } from '~/engine/storage/tracked-row';
import { anAnswer, aTracked } from '~test/builders';

/**
 * The messages that a tab of the build before the bus reads and sends. A copy: whatever becomes of ours, tabs of that
 * build may still be open beside it.
 */
const keys = v.array(v.string());
const answers = v.array(v.tuple([v.string(), answerSchema]));

const connectionSchema = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1)),
  base: v.string(),
  hint: v.string(),
  keep: v.picklist(['tab', 'device']),
  addedAt: v.number(),
});

export const olderSchema = v.variant('type', [
  v.looseObject({ type: v.literal('hello'), since: v.number() }),
  v.looseObject({ type: v.literal('beat') }),
  v.looseObject({ type: v.literal('answers'), answers }),
  v.looseObject({
    type: v.literal('tracked'),
    tasks: v.array(trackedSchema),
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
]);

const base = 'https://a.test';
const task = aTracked({ base, taskId: 'video_9', addedAt: 900_000 });
const connection = { id: 'c9', base, hint: 'sk-nin…9999', keep: 'tab', addedAt: 900_000 } as const;
const answer = anAnswer({ state: 'running', progress: 9 }, { askedAt: 900_000 });

/** One of each, as that build sends them, about a task and a key of its own. */
export const olderMessages: v.InferOutput<typeof olderSchema>[] = [
  { type: 'hello', since: 890_000 },
  { type: 'beat' },
  { type: 'key', connection, sealed: null, keep: 'tab' },
  { type: 'tracked', tasks: [storedOf(task)], answers: [] },
  { type: 'answers', answers: [[refKey(task), answer]] },
  { type: 'need-key', connectionIds: ['c9'] },
  { type: 'check', keys: [refKey(task)] },
  { type: 'on-screen', keys: [refKey(task)] },
  { type: 'path', base, path: '/v9/{id}' },
  { type: 'scheme', base, stored: { scheme: 'x-api-key', by: 'person' } },
  { type: 'paused', paused: true },
  { type: 'visible', tab: 't9', visible: true },
  { type: 'removed', keys: [refKey(task)] },
  { type: 'forgot', connectionId: 'c9' },
];

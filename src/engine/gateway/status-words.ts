import type { TaskState } from '~/core/task';

import { stateByParts } from './word-parts';

/**
 * Words whose meaning the rules in `word-parts.ts` cannot tell. `*_completed` of a single stage (veo) is not the end, so
 * words are never searched for `completed`.
 */
const WORDS = {
  queued: [
    'submitted',
    'submit',
    'not_start',
    'notstart',
    'not_started',
    'notstarted',
    'wait',
    'creating',
    'created',
    'create',
    'new',
    'open',
    'ordered',
    'received',
    'confirmed',
    'queueing',
    'queuing',
    'in_queue',
    'inqueue',
    'initializing',
    'initialized',
    'preparing',
    'starting',
    'staged',
    'throttled',
    'accepted',
    'prioritized',
    'on_hold',
  ],
  running: ['run', 'active', 'started', 'working', 'progress', 'in_progress', 'inprogress'],
  completed: [
    'success',
    'successful',
    'succeed',
    'succeeded',
    'succes',
    'finish',
    'done',
    'ready',
    'published',
  ],
  failed: ['content_moderated', 'request_moderated', 'dead_letter', 'dead', 'nsfw', 'stalled'],
  cancelled: ['deleted', 'revoked', 'withdrawn'],
  unknown: [
    'unknown',
    'stale',
    'not_found',
    'undefined',
    'null',
    'none',
    'nan',
    'ok',
    'true',
    'fine',
  ],
} as const satisfies Partial<Record<TaskState, readonly string[]>>;

const STATES = new Map<string, TaskState>(
  Object.entries(WORDS).flatMap(([state, words]) =>
    words.map((word) => [word, state as TaskState] as const),
  ),
);

/** Normalises a word: `" IN-PROGRESS "` and `InProgress` become `in_progress`. */
export function plainWord(word: string): string {
  return word
    .trim()
    .slice(0, 200)
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

/**
 * The state a status word means: first the table, then the rules for its parts. A number means nothing by itself; every
 * other word means that the video is still being made. `hasVideo`: a link to the result stands beside it, which decides
 * what words such as `render_complete` and `completed_with_errors` mean.
 */
export function stateOfWord(word: string, hasVideo = false): TaskState {
  const plain = plainWord(word);
  if (plain === '' || /^-?[\d.]+$/.test(plain)) return 'unknown';
  const bare = plain.replace(PREFIX, '');
  const known = STATES.get(plain) ?? STATES.get(bare);
  return known ?? stateByParts(bare, hasVideo) ?? 'running';
}

/** Novita, Vertex and others write `TASK_STATUS_SUCCEED`, `JOB_STATE_SUCCEEDED`. */
const PREFIX = /^(?:(?:[a-z]+_){1,3}(?:status|state)|task|job|status|state)[_.:]+/;

import type { TaskState } from '~/core/task';

/**
 * Status words seen in published answers. A word is listed only if the rules below the table would misread it.
 * `*_completed` of a single stage (veo) is not the end, so words are never searched for `completed`.
 */
const WORDS = {
  queued: [
    'pending',
    'queued',
    'queue',
    'submitted',
    'submit',
    'not_start',
    'notstart',
    'not_started',
    'notstarted',
    'waiting',
    'wait',
    'creating',
    'created',
    'queueing',
    'queuing',
    'in_queue',
    'inqueue',
    'initializing',
    'preparing',
    'starting',
    'staged',
    'scheduled',
    'throttled',
    'accepted',
    '排队中',
    '等待中',
  ],
  completed: [
    'completed',
    'complete',
    'success',
    'successful',
    'succeed',
    'succeeded',
    'finish',
    'finished',
    'done',
    'ready',
    '已完成',
    '完成',
    '成功',
  ],
  failed: [
    'failed',
    'fail',
    'failure',
    'error',
    'rejected',
    'expired',
    'timeout',
    'timed_out',
    'timedout',
    'nsfw',
    'blocked',
    'moderated',
    'content_moderated',
    'request_moderated',
    'aborted',
    'terminated',
    '失败',
    '生成失败',
    '已失败',
  ],
  cancelled: ['cancelled', 'canceled', 'cancel', 'deleted', '已取消', '取消'],
  unknown: ['unknown', 'stale', 'not_found', 'undefined', 'null', 'none', 'nan'],
} as const satisfies Partial<Record<TaskState, readonly string[]>>;

const STATES = new Map<string, TaskState>(
  Object.entries(WORDS).flatMap(([state, words]) =>
    words.map((word) => [word, state as TaskState] as const),
  ),
);

/** Normalises a word: `" IN-PROGRESS "` becomes `in_progress`. */
export function plainWord(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

/**
 * The state a status word means. First the table; then `fail`, `error` or `reject` inside it means failed and `cancel`
 * cancelled; a number means nothing; every other word means the video is still being made.
 */
export function stateOfWord(word: string): TaskState {
  const plain = plainWord(word);
  const known = STATES.get(plain) ?? STATES.get(plain.replace(PREFIX, ''));
  if (known) return known;
  if (/fail|error|reject|失败/.test(plain)) return 'failed';
  if (/cancel|取消/.test(plain)) return 'cancelled';
  return plain === '' || /^-?[\d.]+$/.test(plain) ? 'unknown' : 'running';
}

/** Novita, Vertex and others write `TASK_STATUS_SUCCEED`, `JOB_STATE_SUCCEEDED`. */
const PREFIX = /^(?:(?:task|job|media_generation)_(?:status|state)|task|job|status|state)_/;

import { plainWord, withoutPrefix } from '~/core/status-word';
import type { TaskState } from '~/core/task';

import { stateByParts } from './word-parts';

/** Words whose meaning the rules in `word-parts.ts` cannot tell. What neither tells is running. */
const WORDS = {
  queued: [
    'submitted',
    'submit',
    'not_start',
    'notstart',
    'not_started',
    'notstarted',
    'wait',
    'created',
    'create',
    'new',
    'open',
    'ordered',
    'received',
    'confirmed',
    'in_queue',
    'initialized',
    'staged',
    'throttled',
    'accepted',
    'prioritized',
    'on_hold',
  ],
  // One service's own spelling.
  completed: ['succes'],
  failed: ['dead', 'stalled'],
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

/**
 * The state a status word means: first the table, then the rules for its parts. A number means nothing by itself; every
 * other word means that the video is still being made. `hasVideo`: a link to the result stands beside it, which decides
 * what words such as `render_complete` and `completed_with_errors` mean.
 */
export function stateOfWord(word: string, hasVideo = false): TaskState {
  const plain = plainWord(word);
  if (plain === '' || /^-?[\d.]+$/.test(plain)) return 'unknown';
  const bare = withoutPrefix(plain);
  const known = STATES.get(plain) ?? STATES.get(bare);
  return known ?? stateByParts(bare, hasVideo) ?? 'running';
}

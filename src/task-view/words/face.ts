import type { Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';
import type { MessageKey } from '~/i18n/message-key';
import type { PillTone } from '~/ui/pill';

import type { Trouble } from '~/engine/answers/trouble';
import { problemWords } from './problems';

/** What the frame of a card shows. */
export type Face =
  | 'waiting'
  | 'running'
  | 'ready'
  | 'failed'
  | 'cancelled'
  | 'problem'
  | 'unclear'
  | 'unchecked';

/** The last good state decides; a problem takes the frame only if there has never been one. */
export function faceOf(answer: Answer, trouble: Trouble | null): Face {
  if (answer.task && answer.task.state !== 'unknown') return FACES[answer.task.state];
  if (trouble !== null) return 'problem';
  return answer.task ? 'unclear' : 'unchecked';
}

const FACES = {
  queued: 'waiting',
  running: 'running',
  completed: 'ready',
  failed: 'failed',
  cancelled: 'cancelled',
} as const satisfies Record<Exclude<TaskState, 'unknown'>, Face>;

/**
 * The word in the corner of a card, and its colour.
 * @param isEmpty whether it is ready, as the service says, without a video
 */
export function pillOf(
  face: Face,
  trouble: Trouble | null,
  isEmpty = false,
): { tone: PillTone; word: MessageKey } {
  // Its word stays the service's; only the colour of success would be a promise.
  if (face === 'ready' && isEmpty) return { ...PILLS.ready, tone: 'wait' };
  if (face === 'problem' && trouble !== null) {
    return { tone: TONES[trouble], word: problemWords(trouble).pill };
  }
  return PILLS[face];
}

/** Red if a person is needed; what passes by itself stays quiet. */
const TONES = {
  auth: 'bad',
  not_let_in: 'bad',
  wants_scheme: 'bad',
  key_unsendable: 'bad',
  needs_https: 'bad',
  leads_elsewhere: 'bad',
  leads_away: 'bad',
  closed_to_pages: 'bad',
  insecure_address: 'bad',
  no_key: 'bad',
  not_found: 'bad',
  no_key_knows: 'bad',
  not_for_model: 'bad',
  not_for_task: 'bad',
  no_credit: 'bad',
  wrong_base: 'bad',
  rate_limited: 'wait',
  not_ready: 'wait',
  server: 'run',
  bad_body: 'run',
  network: 'run',
  timeout: 'run',
  other_task: 'run',
  other: 'run',
} as const satisfies Record<Trouble, PillTone>;

const PILLS = {
  waiting: { tone: 'wait', word: 'card.face.waiting' },
  running: { tone: 'run', word: 'card.face.running' },
  ready: { tone: 'ok', word: 'card.face.ready' },
  failed: { tone: 'bad', word: 'card.face.failed' },
  cancelled: { tone: 'wait', word: 'card.face.cancelled' },
  problem: { tone: 'bad', word: 'card.face.unchecked' },
  unclear: { tone: 'run', word: 'card.face.unclear' },
  unchecked: { tone: 'wait', word: 'card.face.unchecked' },
} as const satisfies Record<Face, { tone: PillTone; word: MessageKey }>;

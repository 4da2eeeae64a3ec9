import type { LookUpProblem, Task } from '~/core/task';

import { cleanMessage } from './clean-message';
import { problemFrom } from './errors';
import { layersOf } from '~/engine/gateway/reader/unwrap';
import { taskIn } from '~/engine/gateway/reader/lists';
import { otherTaskIn } from '~/engine/gateway/reader/other-task';
import { parseBody } from '~/engine/gateway/reader/parse-body';
import { field, type Json } from '~/engine/gateway/reader/read';
import {
  isForgotten,
  isRefusal,
  isTasksOwnFailure,
  isWholeTask,
} from '~/engine/gateway/reader/refusal';
import type { Reply } from './reply';
import { taskFrom } from '~/engine/gateway/reader/task';
import { verdictOn } from '~/engine/gateway/reader/verdict';
import { videoLink } from '~/engine/gateway/reader/video';

/** Longer answers are refused, in characters: the largest seen has 9 kB. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** The message of the problem about an answer that is too long; our code, never a service's. */
export const BODY_TOO_LARGE = 'body_too_large';

/**
 * Reads an answer to `GET /v1/videos/{id}` from any service we know of, and from most that we do not. Total and pure:
 * it never throws and needs no clock. A response that says nothing about the task is a problem, never a failed task.
 */
export function readAnswer(reply: Reply): { task: Task } | { problem: LookUpProblem } {
  if (reply.body.length > MAX_BODY_BYTES) {
    const kind = 'bad_body';
    return {
      problem: { kind, message: BODY_TOO_LARGE, httpStatus: reply.status, retryAfterMs: null },
    };
  }
  const json = parseBody(reply);
  const root = taskIn(json, reply.askedId);
  const task = root && !isEmptyEnvelope(root) ? taskAt(root, reply) : null;
  if (task === 'forgotten') return { problem: { ...problemFrom(reply, json), kind: 'not_found' } };
  if (!task) return { problem: problemFrom(reply, json) };
  const { askedId, status: httpStatus } = reply;
  const other = root && askedId !== undefined ? otherTaskIn(json, layersOf(root), askedId) : null;
  if (other === null) return { task };
  const message = cleanMessage(other);
  return { problem: { kind: 'other_task', message, httpStatus, retryAfterMs: null } };
}

/** The task that `root` tells about; null if it only tells about the look-up. */
function taskAt(root: Json, reply: Reply): Task | 'forgotten' | null {
  const layers = layersOf(root);
  const ok = reply.status >= 200 && reply.status < 300;
  const link = videoLink(layers, reply.askedId);
  const verdict = verdictOn(layers, link);
  if (ok && verdict?.state === 'unknown' && link === null && isForgotten(layers))
    return 'forgotten';
  const task = verdict && taskFrom(layers, verdict, link);
  const counts =
    task !== null &&
    (ok ? !isRefusal(root, layers, task) : isWholeTask(reply.status, layers, task));
  if (counts) return task;
  return !ok && isTasksOwnFailure(reply.status, layers)
    ? taskFrom(layers, { state: 'failed', word: null }, null)
    : null;
}

/** `{status: "success", data: null}` means that the look-up worked and found nothing. */
function isEmptyEnvelope(root: Json): boolean {
  const { length } = Object.keys(root).filter((name) => ENVELOPE.test(name));
  const isEnvelope = length === Object.keys(root).length && 'data' in root;
  return isEnvelope && field(root, 'data') === undefined;
}

const ENVELOPE = /^(?:status|state|success|code|message|msg|data|request_?id|timestamp)$/i;

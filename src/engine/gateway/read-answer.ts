import type { LookUpProblem, Task } from '~/core/task';

import { STATUS_FIELDS } from './dialects';
import { isFine } from './dialects-failure';
import { problemFrom } from './errors';
import { layersOf, operationName, ownId } from './layers';
import { asObject, field, parseJson, type Json } from './read';
import type { Reply } from './reply';
import { verdictOf, type Verdict } from './status';
import { taskFrom } from './task';
import { videoLink } from './video';

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
  const json = parseJson(reply.body);
  const root = asObject(json);
  const ok = reply.status >= 200 && reply.status < 300;
  if (!ok || !root) return { problem: problemFrom(reply, json) };

  const layers = layersOf(root);
  const verdict = isList(root) || isEmptyEnvelope(root) ? null : verdictOn(layers);
  if (!verdict) return { problem: problemFrom(reply, json) };
  const task = taskFrom(layers, verdict);
  return refusal(reply, json, task) ?? { task };
}

/** `{object: "list", data: [{id, …}]}`: other tasks, which need not include the one asked about. */
function isList(root: Json): boolean {
  const data = field(root, 'data');
  if (!Array.isArray(data) || ownId(root) !== null) return false;
  return data.some((item) => ownId(asObject(item) ?? {}) !== null);
}

/** `{status: "success", data: null}` means that the look-up worked and found nothing. */
function isEmptyEnvelope(root: Json): boolean {
  const { length } = Object.keys(root).filter((name) => ENVELOPE.test(name));
  const isEnvelope = length === Object.keys(root).length && 'data' in root;
  return isEnvelope && field(root, 'data') === undefined;
}

const ENVELOPE = /^(?:status|state|success|code|message|msg|data|request_?id|timestamp)$/i;

function verdictOn(layers: readonly Json[]): Verdict | null {
  return verdictOf(layers) ?? operationVerdict(layers) ?? bareVerdict(layers);
}

/** Google's operations only have `done`; done without a video means it was filtered. */
function operationVerdict(layers: readonly Json[]): Verdict | null {
  const operation = layers.find((layer) => typeof field(layer, 'done') === 'boolean');
  if (!operation) {
    return layers.some((layer) => operationName(layer) !== null) && !hasError(layers)
      ? { state: 'running', word: null }
      : null;
  }
  if (field(operation, 'done') === false) return { state: 'running', word: null };
  const made = MADE.some((name) => layers.some((layer) => field(layer, name) !== undefined));
  const failed = hasError(layers) || !(made || videoLink(layers) !== null);
  return { state: failed ? 'failed' : 'completed', word: null };
}

/** The files of a Google operation, even if none of them can be played (`gs://…`, bytes). */
const MADE = ['generated_samples', 'generated_videos', 'videos'];

/**
 * No status word: an id means the task is still in progress; a video link without an id or error is a bare result
 * (fal's `response_url`); anything else is not a task.
 */
function bareVerdict(layers: readonly Json[]): Verdict | null {
  if (hasError(layers)) return null;
  if (layers.some((layer) => ownId(layer) !== null)) return { state: 'unknown', word: null };
  return videoLink(layers) === null ? null : { state: 'completed', word: null };
}

function hasError(layers: readonly Json[]): boolean {
  return (
    layers.some(
      (layer) => field(layer, 'error') !== undefined && field(layer, 'error') !== false,
    ) || field(layers[0] ?? {}, 'success') === false
  );
}

/**
 * `{"status": "error", "message": "invalid API key"}` and `{"status": 404, …}` without an id are about the look-up, so
 * a message about keys, limits or a missing task never makes the task failed.
 */
function refusal(reply: Reply, json: unknown, task: Task): { problem: LookUpProblem } | null {
  const root = asObject(json) ?? {};
  const says = STATUS_FIELDS.some((name) => field(root, name) !== undefined);
  // A word further inside is about the task.
  if (task.id !== null || !says) return null;
  const isNumber = task.state === 'unknown' && isRefusalNumber(task.statusWord ?? '', root);
  if (task.state !== 'failed' && !isNumber) return null;
  const problem = problemFrom(reply, json);
  return isNumber || REFUSALS.has(problem.kind) ? { problem } : null;
}

/** An HTTP status, or the error's own code repeated (jimeng: `{code: 50411, status: 50411, …}`). */
function isRefusalNumber(word: string, root: Json): boolean {
  const code = String(field(root, 'code'));
  return /^[45]\d\d$/.test(word) || (/^\d+$/.test(word) && word === code && !isFine(word));
}

const REFUSALS: ReadonlySet<LookUpProblem['kind']> = new Set([
  'auth',
  'not_found',
  'rate_limited',
  'not_ready',
]);

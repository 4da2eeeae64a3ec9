import type { LookUpProblem, ProblemKind } from '~/core/task';

import { aboutOf, isClosedModel } from '~/engine/gateway/reader/about';
import { layersOf } from '~/engine/gateway/reader/unwrap';
import { isOutOfCredit } from '~/engine/gateway/tables/credit-words';
import { phraseOf, SERVER_PHRASES } from '~/engine/gateway/tables/problem-phrases';
import { asNumber, asObject, field, type Json } from '~/engine/gateway/reader/read';
import type { Reply } from './reply';
import { messageIn, messageOf, saidAll } from '~/engine/gateway/reader/service-words';

/** Why a response is not a task, by HTTP status, code and wording, English and Chinese. Total and pure. */
export function problemFrom(reply: Reply, json: unknown): LookUpProblem {
  const layers = layersOf(asObject(json) ?? {});
  const words = saidAll(layers) || bareWords(reply, json);
  const status = effectiveStatus(reply.status, layers[0] ?? {});
  const kind = kindOf(reply, json, status, words);
  const about = kind === 'auth' ? aboutOf(status, words) : null;
  return {
    kind,
    message: messageOf(layers) ?? bareMessage(reply, json),
    httpStatus: Number.isFinite(reply.status) ? reply.status : null,
    retryAfterMs: null,
    ...(about && { about }),
  };
}

/**
 * True if the response means _no such route_, so another path may know the task: an HTML page, a router's own text
 * ("404 page not found"), "Invalid URL (GET …)", or a bare "Not Found", which FastAPI uses for both.
 */
export function isUnknownRoute(problem: LookUpProblem): boolean {
  if (problem.kind === 'wrong_base') return true;
  const said = problem.message ?? 'not found';
  return problem.kind === 'not_found' && /^(?:resource |404 )?not[ _]?found\.?$/i.test(said);
}

/** Decided by the status alone, whatever the text says. 404, 400, 403 and 2xx depend on the text. */
const BY_STATUS: Readonly<Record<number, ProblemKind>> = {
  401: 'auth',
  402: 'auth',
  405: 'wrong_base',
  407: 'auth',
  408: 'server',
  410: 'not_found',
  425: 'not_ready',
  429: 'rate_limited',
};

/** 403 for a reason other than the key: a new key would not help. */
const NOT_THE_KEY = /country|region|territory|location|地区|区域/i;

function kindOf(reply: Reply, json: unknown, status: number, words: string): ProblemKind {
  // Whatever the status: only money helps.
  if (isOutOfCredit(words) && status !== 404) return 'auth';
  if (status >= 500)
    return /task[ _]?(?:is |was |does )?not[ _]?(?:exist|found)/i.test(words)
      ? 'not_found'
      : 'server';
  const fixed = BY_STATUS[status];
  if (fixed) return fixed;
  if (isHtml(reply)) return status === 404 || status < 400 ? 'wrong_base' : 'other';
  if (status >= 400 && isClosedModel(words)) return 'auth';
  const phrase = phraseOf(words);
  if (status === 404) return kindOf404(phrase, json, words);
  if (status === 403) return NOT_THE_KEY.test(words) ? 'other' : (phrase ?? 'auth');
  if (phrase && !isAboutModel(phrase, words)) return phrase;
  if (status >= 400) return 'other';
  // Taken, and nothing told about the task.
  if (status === 202 || status === 204) return 'not_ready';
  if (words === '' || asObject(json) === null) return 'bad_body';
  return phraseOf(words, [SERVER_PHRASES]) ?? 'other';
}

/** Then it is a model that is missing, not the task. */
function isAboutModel(phrase: ProblemKind, words: string): boolean {
  return (
    phrase === 'not_found' && /model|模型/i.test(words) && !/task|video|任务|视频/i.test(words)
  );
}

/** A gateway reports a missing task in JSON or says nothing; "404 page not found" comes from a router. */
function kindOf404(phrase: ProblemKind | null, json: unknown, words: string): ProblemKind {
  if (phrase === 'not_ready' || phrase === 'wrong_base') return phrase;
  const routers = json === undefined && words !== '' && !/task|video|job|任务|视频/i.test(words);
  return routers ? 'wrong_base' : 'not_found';
}

/** Some services answer 200 with the real status in the body: `{"code": 401, "message": …}`. */
function effectiveStatus(status: number, root: Json): number {
  if (status >= 400) return status;
  for (const name of ['code', 'status_code', 'status']) {
    const code = asNumber(field(root, name));
    if (code !== null && code >= 400 && code < 600 && Number.isInteger(code)) return code;
  }
  return status;
}

function isHtml(reply: Reply): boolean {
  return (
    /^[\s\uFEFF]*<(?:!doctype html|html|head|body|title|script|!--)/i.test(
      reply.body.slice(0, 2000),
    ) ||
    (/text\/html/i.test(reply.contentType) && /^\s*</.test(reply.body.slice(0, 2000)))
  );
}

/** The text of a body that is not a JSON object, to match phrases against. */
function bareWords(reply: Reply, json: unknown): string {
  return messageIn(json) ?? (json === undefined && !isHtml(reply) ? reply.body.slice(0, 500) : '');
}

/** The body as a message, if it is a short plain sentence; a truncated answer is not. */
function bareMessage(reply: Reply, json: unknown): string | null {
  if (json !== undefined) return messageIn(json);
  const text = reply.body.trim();
  return reply.status >= 400 && text.length <= 300 && !/^[<{["]/.test(text)
    ? messageIn(text)
    : null;
}

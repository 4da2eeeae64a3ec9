import type { LookUpProblem, ProblemKind } from '~/core/task';

import { layersOf } from './layers';
import { asNumber, asObject, field, type Json } from './read';
import type { Reply } from './reply';
import { messageIn, messageOf, saidAll } from './said';

/** Why a response is not a task, by HTTP status, code and wording, English and Chinese. Total and pure. */
export function problemFrom(reply: Reply, json: unknown): LookUpProblem {
  const layers = layersOf(asObject(json) ?? {});
  return {
    kind: kindOf(reply, json, layers),
    message: messageOf(layers) ?? bareMessage(reply, json),
    httpStatus: Number.isFinite(reply.status) ? reply.status : null,
    retryAfterMs: null,
  };
}

/**
 * True if the response means *no such route*, so another path may know the task: an HTML page, a router's own text
 * ("404 page not found"), "Invalid URL (GET …)", or a bare "Not Found", which FastAPI uses for both.
 */
export function isUnknownRoute(problem: LookUpProblem): boolean {
  if (problem.kind === 'wrong_base') return true;
  return problem.kind === 'not_found' && /^not found\.?$/i.test(problem.message ?? 'not found');
}

type Rule = readonly [kind: ProblemKind, words: RegExp];

/** The first match decides. */
const PHRASES: readonly Rule[] = [
  [
    'not_ready',
    /not (?:yet )?(?:ready|completed?|finished|done)(?: yet)?\b|still (?:in[- ]?progress|processing|running|generating)|is (?:in progress|being (?:processed|generated))|尚未(?:完成|就绪|生成)|未完成|未就绪|还在(?:生成|处理)/i,
  ],
  [
    'wrong_base',
    /invalid url \(|cannot get \/|404 page not found|no route matched|no matching route|route (?:[a-z]+:\S+ )?not found|no such route|unknown (?:path|route|endpoint)|unknown request url|接口不存在|路由不存在/i,
  ],
  [
    'rate_limited',
    /rate[ _-]?limit|too[ _]many[ _]requests|requestlimitexceeded|throttl|请求数限制|频率|限流|限速|过于频繁|请求太多|并发/i,
  ],
  [
    'not_found',
    /(?:task|video|job|generation|operation|resource|record|id|prediction|request)s?[ _-]?(?:was |is |does |do |has |could )?(?:id )?(?:not|no)[ _-]?(?:be )?(?:exists?|found)|does not exist|no such (?:task|video|job)|not[ _]?found|task_not_exist|unknown task|invalid[ _](?:task|video|job)[ _-]?id|(?:任务|视频|记录|资源|作业).{0,6}(?:不存在|未找到|找不到|已删除)|不存在|找不到|未找到/i,
  ],
  [
    'auth',
    /(?:invalid|incorrect|wrong|missing|expired|disabled|malformed|revoked|provide an?)\b.{0,24}(?:api[ _-]?key|access[ _-]?token|token|credential|secret key|authorization)|(?:api[ _-]?key|access[ _-]?token|credentials?|secret key|authorization)\b.{0,40}(?:invalid|incorrect|expired|disabled|missing|required|not valid|revoked|无效|过期|错误)|invalid[_-]?api[_-]?key|invalidapikey|unauthori[sz]ed|unauthenticated|authentication|authfailure|not logged in|login fail|permission[ _]denied|access[ _]?denied|令牌|密钥|鉴权|认证|未登录|无权/i,
  ],
];

const SERVER_PHRASES: Rule = [
  'server',
  /internal[ _](?:server[ _])?error|service[ _]unavailable|bad gateway|upstream|请求上游|服务器内部|系统繁忙|服务不可用/i,
];

/** Decided by the status alone, whatever the text says. 404, 400, 403 and 2xx depend on the text. */
const BY_STATUS: Readonly<Record<number, ProblemKind>> = {
  401: 'auth',
  405: 'wrong_base',
  407: 'auth',
  408: 'server',
  410: 'not_found',
  425: 'not_ready',
  429: 'rate_limited',
};

/** 403 for a reason other than the key: a new key would not help. */
const NOT_THE_KEY =
  /quota|balance|credit|insufficient(?![ _]permission)|额度|余额|欠费|country|region|territory|地区/i;

function kindOf(reply: Reply, json: unknown, layers: readonly Json[]): ProblemKind {
  const status = effectiveStatus(reply.status, layers[0] ?? {});
  const words = saidAll(layers) || bareWords(reply, json);
  const html = isHtml(reply);
  if (status >= 500) return /task_?not_?(?:exist|found)/i.test(words) ? 'not_found' : 'server';
  const fixed = BY_STATUS[status];
  if (fixed) return fixed;
  if (html) return status === 404 || status < 400 ? 'wrong_base' : 'other';
  const phrase = matchOf(words, PHRASES);
  if (status === 404) return kindOf404(phrase, json, words);
  if (status === 403) return NOT_THE_KEY.test(words) ? 'other' : (phrase ?? 'auth');
  // Then it is a model that is missing, not the task.
  const ofModel = /model|模型/i.test(words) && !/task|video|任务|视频/i.test(words);
  if (phrase && !(phrase === 'not_found' && ofModel)) return phrase;
  if (status >= 400) return 'other';
  if (words === '' || asObject(json) === null) return 'bad_body';
  return matchOf(words, [SERVER_PHRASES]) ?? 'other';
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

function matchOf(words: string, rules: readonly Rule[]): ProblemKind | null {
  return rules.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
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

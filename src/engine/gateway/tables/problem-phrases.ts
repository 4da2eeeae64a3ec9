import type { ProblemKind } from '~/core/task';

type Rule = readonly [kind: ProblemKind, words: RegExp];

/** What a router calls what it does not have. */
const ROUTE = String.raw`(?:api |http |request(?:ed)? )?(?:route|page|path|function|endpoint|url|uri|api|controller|handler|action|method|deployment|static resource|service|host|application)`;
const MISSING = String.raw`(?:was |is |were |does |do |could |can ?)?(?:not|n't|no)[ _-]?(?:be )?(?:found|exists?|defined|match(?:ed)?|supported|implemented|registered|recogni[sz]ed|available|configured)`;

/** The first match decides. */
const PHRASES: readonly Rule[] = [
  [
    'not_ready',
    /not (?:yet )?(?:ready|completed?|finished|done|available yet)(?: yet)?\b|still (?:in[- _]?progress|processing|running|generating|pending|queued|rendering)|not yet available|is (?:still |currently )?(?:in progress|queued|pending|processing|running|generating|rendering|being (?:processed|generated))|(?:尚|还)?未(?:完成|就绪|生成)|还在(?:生成|处理)|正在(?:生成|处理|排队)|(?:处理|生成|排队|进行)中/i,
  ],
  [
    'wrong_base',
    new RegExp(
      String.raw`invalid url(?: \(|$)|cannot (?:get|post) \/|404 page not found|\b${ROUTE}(?: [a-z]+:\S+| ["'\`(]?\/?[\w.:\/{}-]{1,200}["'\`)]?)?,? ${MISSING}|no (?:matching |such )?(?:route|endpoint|handler|function|static resource|api)s? ?(?:matche[sd]|found|for|with|\[|\b)|unknown (?:path|route|endpoint|url|api|method)|(?:unknown|unrecogni[sz]ed) request url|not found on (?:this|the) server|match(?:e[sd]|ing)? the request(?:ed)? ur[il]|could not route|invalid[_ ](?:api[_ ])?path|no static resource|missing authentication token$|routing[_ ]error|route_?not_?found|(?:path|function|endpoint|page|deployment)_?not_?found|notfoundhttpexception|default backend|(?:接口|路由|页面|路径|(?:请求)?地址|方法|函数|api) ?(?:不存在|未找到|找不到|未定义)|无此接口|(?:未找到|找不到)(?:接口|路由|页面|该接口)|无效的(?:接口|路径|请求路径|请求地址)`,
      'i',
    ),
  ],
  [
    'rate_limited',
    /rate[ _-]?(?:limit|quota|exceed)|too[ _]many[ _](?:requests|queries|calls)|requestlimitexceeded|throttl|slow down|(?:quota|limit).{0,60}per (?:second|minute|hour|day)|(?:qps|rpm|tpm|qpm)\b|请求数限制|频率|限流|限速|频繁|请求太多|请求过多|并发/i,
  ],
  [
    'not_found',
    /(?:task|video|job|generation|operation|resource|record|id|prediction|request|render|workflow|run|file|item|object|entity|execution|inference|order|asset)s?["']?(?: with (?:the )?(?:id|uuid))?[: ]{0,2}["'`]?[\w:.-]{0,80}["'`]?[ _-]?(?:was |is |does |do |has |could |can)?(?:id )?(?:not|no|n't)[ _-]?(?:be )?(?:exists?|found|located)|does(?: not|n't) exist|no such (?:task|video|job|prediction|operation|run|id)|not[ _]?found|task_not_exist|(?:unknown|nonexistent|invalid|expired)[ _](?:task|video|job|prediction|generation|operation)(?:[ _]?id)?|(?:task|job|video|generation|result)s? (?:has |have |is |are )?(?:already )?(?:been )?(?:expired|deleted|purged|removed)|no (?:task|video|job|record|prediction|generation|result|data)s? (?:was |were )?found|(?:任务|视频|记录|资源|作业|订单|数据).{0,12}(?:不存在|未找到|找不到|已删除|已过期|无效)|不存在|找不到|未找到|record\w* is (?:null|empty)|查无|无此任务/i,
  ],
  [
    'auth',
    /(?:invalid|incorrect|wrong|missing|expired|disabled|malformed|revoked|unknown|no|provide an?|provide a valid)\b.{0,24}(?:api[ _-]?key|app[ _-]?key|access[ _-]?(?:key|token)|bearer|token|credential|secret key|authorization|signature|jwt)|(?:api[ _-]?key|app[ _-]?key|access[ _-]?(?:key|token)|token|credentials?|secret key|authorization|signature|jwt)\b.{0,40}(?:invalid|incorrect|expired|disabled|missing|required|not (?:valid|found|exist|provided)|does(?:n't| not)|revoked|mismatch|failed|无效|过期|错误)|invalid[_-]?api[_-]?key|invalidapikey|unauthori[sz]ed|unauthenticated|authentication|auth[ _]?(?:failure|failed|error)|not (?:logged|signed) in|log ?in (?:fail|required)|permission[ _]?denied|(?:access|request)[ _]?denied|forbidden|not authori[sz]ed|not permitted|令牌|密钥|鉴权|认证|签名|未登录|未授权|无权|权限/i,
  ],
];

export const SERVER_PHRASES: Rule = [
  'server',
  /internal[ _](?:server[ _])?error|service[ _]unavailable|bad gateway|gateway time-?out|upstream|system error|请求上游|服务器内部|系统(?:繁忙|错误|异常)|服务不可用|服务异常/i,
];

/** The first kind whose words occur. */
export function phraseOf(words: string, rules: readonly Rule[] = PHRASES): ProblemKind | null {
  return rules.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

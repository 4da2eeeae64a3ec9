import type { LookUpProblem } from '~/core/task';

/**
 * Whether a service says that there was no key at all. Asked only where one was sent: then it was looked for in another
 * header, or under another name. A sentence that also calls the key invalid does not say so.
 */
export function wantsAnotherScheme({
  kind,
  message,
  httpStatus,
}: Pick<LookUpProblem, 'kind' | 'message' | 'httpStatus'>): boolean {
  const refused = kind === 'auth' || httpStatus === 401 || httpStatus === 403;
  if (!refused || message === null || ROUTE_OF_AWS.test(message)) return false;
  return message.split(/[.!;。！；\n]+/u).some(saysThereIsNone);
}

/**
 * The header of a key that a request lacks, as FastAPI names it, usually with 422:
 * `{"detail":[{"loc":["header","x-api-key"],"msg":"Field required"}]}`; null if none is named.
 */
export function missedHeader(body: string): string | null {
  const named = body.slice(0, 4000).matchAll(/"loc"\s*:\s*\[\s*"header"\s*,\s*"([\w-]{1,60})"/g);
  const names = [...named].map(([, name = '']) => name);
  return names.find((name) => /key|token|auth|secret/i.test(name)) ?? null;
}

/** What Amazon's gateway says about a route that it does not have. */
const ROUTE_OF_AWS = /^missing authentication token\.?$/i;

function saysThereIsNone(sentence: string): boolean {
  if (ABOUT_ITS_WORTH.test(sentence) || ABOUT_ITS_RIGHTS.test(sentence)) return false;
  return NONE.some((pattern) => pattern.test(sentence));
}

/** The key arrived and was judged. A blank is needed: "valid" is also the end of "invalid". */
const ABOUT_ITS_WORTH =
  /\b(?:in)?valid\b|incorrect|wrong|expired|revoked|disabled|malformed|not recogni[sz]ed|无效|过期|失效|错误|不正确|有误|不存在|停用|禁用|吊销/i;
const ABOUT_ITS_RIGHTS =
  /permission|scope|\brole\b|privilege|entitle|quota|balance|credit|payment|billing|\bplan\b|upgrade|权限|余额|额度|配额|欠费/i;

const KEY = String.raw`(?:(?:x-)?(?:goog-)?api[ _-]?keys?|(?:subscription|secret|access)[ _-]?keys?|\bkeys?\b|(?:access|auth|bearer|authentication|authorization)?[ _-]?tokens?\b|credentials?|auth(?:entication|orization)?\b(?: header| details| info(?:rmation)?)?|[xX]-[\w-]*(?:key|token|auth)[\w-]*)`;
const KEY_ZH = String.raw`(?:api[ _-]?key|密钥|令牌|token|authorization|x-[\w-]+|认证信息|鉴权信息|凭证|access[ _-]?key|请求头)`;
const GAP = String.raw`[^,]{0,40}?`;

/** The key is missing, required or was not given: in either order, in English and Chinese. */
const NONE = [
  // "Missing API key", "missing required header: x-api-key", "no API key found in request"
  new RegExp(String.raw`\b(?:missing|no|lacks?|absent|without(?: an?)?)\b${GAP}${KEY}`, 'i'),
  // "x-api-key header is required", "API key is missing", "credentials were not provided", "Authorization is empty"
  new RegExp(
    String.raw`${KEY}${GAP}\b(?:missing|required|empty|absent|blank|needed|must be (?:provided|set|supplied|sent|included|present|specified)|(?:not|n['’]t|never)(?: been| be)? (?:found|provided|present|supplied|specified|sent|set|given|included|passed))\b`,
    'i',
  ),
  // "You didn't provide an API key", "please provide an API key", "must include an api-key header", "expected x-api-key"
  new RegExp(
    String.raw`\b(?:(?:did|do|does)(?: not|n['’]t) (?:provide|include|contain|send|have|specify|supply|pass)|please (?:provide|include|supply|send|pass|specify|use|add)|must (?:provide|include|supply|send|pass|specify|contain|have)|requires?|expect(?:ed|s)?)\b${GAP}${KEY}`,
    'i',
  ),
  /\bunregistered callers\b|^\W*not authenticated\W*$/i,
  new RegExp(
    String.raw`(?:缺少|缺失|没有|未(?:提供|携带|传入?|设置|包含|填写|检测到|找到|获取到|带)|请(?:提供|携带|传入|填写|设置|在.{0,12}(?:提供|携带|传入|添加))|需要(?:提供|携带)?|必须(?:提供|携带|包含)).{0,16}${KEY_ZH}`,
    'i',
  ),
  new RegExp(
    String.raw`${KEY_ZH}.{0,12}(?:缺失|缺少|为空|不能为空|不可为空|未提供|未携带|未设置|未传入?|必填|是必需的?|必须提供)`,
    'i',
  ),
];

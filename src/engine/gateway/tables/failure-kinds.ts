import type { FailureKind } from '~/core/failure';

import { tellsOfCredit } from './credit-words';

/**
 * Why a task failed, from the service's words and code, English or Chinese; `unknown` if none is listed. Total, pure.
 */
export function failureKind(failure: { message: string | null; code: string | null }): FailureKind {
  // Codes are words joined by `_`, `.` or camel case; split into words, the same phrases match.
  const code = (failure.code ?? '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.-]+/g, ' ');
  const words = `${code} · ${failure.message ?? ''}`;
  return RULES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'unknown';
}

type Rule = readonly [kind: FailureKind, words: Pick<RegExp, 'test'>];

/** What moderation is about, however the refusal is worded. */
const REFUSED =
  'moderat|sensitive|unsafe|violat|safety|nsfw|prohibited|inappropriate|not allowed|policy|blocked|filter|rejected|porn|sexual|违规|敏感|不合规|审核|不当|违反|风控|安全';

/** The first match decides, so the narrower ones come first. */
const RULES: readonly Rule[] = [
  [
    'likeness',
    /likeness|copyright|real[- ](?:person|people|human)|public figure|celebrit|trademark|intellectual property|third[- ]party (?:content|rights)|third party similarity|cameo|facial|face (?:detected|of)|privacy information|肖像|真人|人脸|名人|公众人物|版权|著作权|知识产权|侵权/i,
  ],
  [
    'closed_model',
    /model.{0,60}(?:not (?:exist|found|available|supported|open)|unavailable|deprecated|discontinued|retired|offline|does not exist)|no available channel|unsupported model|(?:access|permission).{0,30}model|模型.{0,30}(?:不存在|不可用|下线|不支持|未开通|关闭|停用)|无可用渠道|下线/i,
  ],
  ['quota', { test: tellsOfCredit }],
  [
    'moderation_result',
    new RegExp(
      `is output rejection|output (?:video )?(?:${REFUSED})|(?:output|generated|result(?:ing)?|produced)[ -](?:video|content|image|media|result)?.{0,40}(?:${REFUSED})|post[ -]?(?:generation )?moderation|(?:生成|输出|结果).{0,12}(?:${REFUSED})|could not generate \\d+ videos|rai media filtered|sora content violation output`,
      'i',
    ),
  ],
  [
    'moderation_image',
    new RegExp(
      `(?:image|picture|photo|first frame|reference)s?\\b.{0,60}(?:${REFUSED})|(?:${REFUSED}).{0,30}\\b(?:image|picture|photo|frame)s?\\b|(?:图片|图像|照片|参考图|首帧).{0,16}(?:${REFUSED})|(?:${REFUSED}).{0,8}(?:图片|图像)`,
      'i',
    ),
  ],
  [
    'moderation_prompt',
    new RegExp(
      `moderation|moderated|sentinel block|content[ _]?(?:policy|violation|filter)|risk control|guardrail|usage polic|nsfw|unsafe|safety|data inspection|inappropriate|(?:prompt|text|input|content|request)s?\\b.{0,60}(?:${REFUSED})|(?:${REFUSED}).{0,30}\\b(?:prompt|text|input|content|words?)|敏感|违规|不合规|审核|风控|不当|违反`,
      'i',
    ),
  ],
  ['timeout', /time[d ]?[- ]?out|deadline|took too long|took longer|超时|未在规定时间/i],
  ['expired', /expired|no longer available|已过期|过期|失效/i],
  [
    'overload',
    /overload|capacity|too many|rate ?limit|busy|throttl|try again later|heavy load|high demand|resource exhausted|out of memory|concurren|unavailable|queue (?:is )?full|internal (?:server )?error|server error|something went wrong|recaptcha|bad gateway|upstream|繁忙|过载|限流|排队已满|请求过多|负载|稍后再试|稍后重试|并发|服务器|内部错误|上游|显存/i,
  ],
];

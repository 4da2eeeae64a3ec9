import type { LookUpProblem } from '~/core/task';

import { isOutOfCredit } from '~/engine/gateway/tables/credit-words';

type About = NonNullable<LookUpProblem['about']>;

/**
 * Whom a refusal concerns, by its HTTP status and words; null if they do not say. A key that may not use one model, or
 * may not see one task, is still a good key.
 */
export function aboutOf(status: number, words: string): About | null {
  if (status === 402 || isOutOfCredit(words)) return 'credit';
  if (status !== 401 && MODEL.test(words)) return 'model';
  if (status !== 401 && TASK.test(words)) return 'task';
  return status === 401 || KEY.test(words) ? 'key' : null;
}

/** A model that this key may not use, which some services answer as if nothing were there. */
export function isClosedModel(words: string): boolean {
  return MODEL.test(words) && CLOSED.test(words);
}

const CLOSED =
  /not (?:activated|opened?|enabled|subscribed|entitled|allowed|permitted|authori[sz]ed)|(?:no|not have|without|lacks?) (?:access|permission)|model_?not_?open|未开通|无权|没有权限/i;
const MODEL = /\bmodels?\b|模型/i;
const TASK =
  /(?:this|that|the|requested|another|other|your|belongs? to|owner of|access to|view)\b.{0,30}\b(?:task|video|job|generation|prediction|resource|user'?s?|owner)\b|\b(?:task|video|job|generation|prediction|operation|resource)s?\b.{0,40}\b(?:belong|own|another|different|other|access|permission|allowed|permitted|authori[sz]ed)|(?:任务|视频|作业|该资源|此资源).{0,20}(?:无权|权限|不属于|他人|其他用户)|(?:无权|没有权限|不能|不可).{0,12}(?:任务|视频|作业)/i;
const KEY =
  /api[ _-]?key|access[ _-]?(?:key|token)|\btoken\b|credential|secret|bearer|signature|authentication|unauthori[sz]ed|unauthenticated|authfailure|令牌|密钥|鉴权|认证|签名|未登录/i;

import { expect, it } from 'vitest';

import { FAILURE_KINDS } from '~/core/failure';
import * as fc from '~test/properties';

import { failureKind } from './failure-kinds';

it.each([
  ['Content policy violation: the prompt or image was rejected', null, 'moderation_image'],
  ['your request contains unsafe prompt or images, such as porn', null, 'moderation_image'],
  ['Your request was blocked by our moderation system.', 'moderation_blocked', 'moderation_prompt'],
  [null, 'sentinel_block', 'moderation_prompt'],
  [null, 'content_policy_violation', 'moderation_prompt'],
  ['内容违规: 提示词包含敏感内容', null, 'moderation_prompt'],
  ['Failure to pass the risk control system', null, 'moderation_prompt'],
  [null, 'InputTextSensitiveContentDetected', 'moderation_prompt'],
  ['Input image rejected.', 'SAFETY.INPUT.IMAGE', 'moderation_image'],
  ['图片审核不通过', null, 'moderation_image'],
  [null, 'InputImageSensitiveContentDetected', 'moderation_image'],
  ['output video content sensitive', '1027', 'moderation_result'],
  [null, 'OutputVideoSensitiveContentDetected', 'moderation_result'],
  ['生成的视频包含敏感内容', null, 'moderation_result'],
  ['Veo could not generate 1 videos based on the prompt provided.', null, 'moderation_result'],
  ['The image contains a real person', null, 'likeness'],
  [
    'This content may violate our guardrails concerning similarity to third-party content',
    null,
    'likeness',
  ],
  ['图片中包含真人人脸', null, 'likeness'],
  ['用户额度不足', 'insufficient_user_quota', 'quota'],
  ['You exceeded your current quota', null, 'quota'],
  ['余额不足，请充值', null, 'quota'],
  ['Service is overloaded, try again later', null, 'overload'],
  ['系统繁忙，请稍后重试', null, 'overload'],
  ['CUDA out of memory', '500', 'overload'],
  ['[403] Request failed | Message: reCAPTCHA evaluation failed', null, 'overload'],
  ['Generation timed out after 600s', null, 'timeout'],
  ['任务超时', null, 'timeout'],
  ['Job expired', null, 'expired'],
  ['The model sora-2 does not exist or is deprecated', null, 'closed_model'],
  ['模型已下线', null, 'closed_model'],
  ['当前分组 default 下对于模型 sora-2 无可用渠道', null, 'closed_model'],
  ['something odd', 'x', 'unknown'],
  [null, null, 'unknown'],
])('"%s" with code %s is %s', (message, code, kind) => {
  expect(failureKind({ message, code })).toBe(kind);
});

it('knows a kind for any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (message, code) => {
      expect(FAILURE_KINDS).toContain(failureKind({ message, code }));
    }),
  );
});

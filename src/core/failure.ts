/** Why a task failed, judged by the service's words. The text shown is chosen at render time. */
export const FAILURE_KINDS = [
  'moderation_prompt',
  'moderation_image',
  'moderation_result',
  'likeness',
  'quota',
  'overload',
  'timeout',
  'expired',
  'closed_model',
  'unknown',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What a person does about a failure: some kinds call for the same. */
export const FAILURE_REASONS = {
  moderation_prompt: 'safety',
  moderation_image: 'safety',
  moderation_result: 'safety',
  likeness: 'likeness',
  quota: 'quota',
  overload: 'overload',
  timeout: 'slow',
  expired: 'expired',
  closed_model: 'closed_model',
  unknown: 'unknown',
} as const satisfies Record<FailureKind, string>;

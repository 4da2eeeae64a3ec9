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

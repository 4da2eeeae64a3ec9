/** Why a task failed, as far as its service's words tell. Words for people are chosen where it is drawn. */
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

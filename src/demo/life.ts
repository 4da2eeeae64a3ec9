import type { SceneName } from './media.ts';

/** How a task ends. */
export type Ending = 'ready' | 'cancelled' | FailureName;
export type FailureName = keyof typeof FAILURES;

/** Reasons as services word them. */
export const FAILURES = {
  picture: {
    code: 'moderation_blocked',
    message: 'The uploaded image was rejected by our moderation system.',
  },
  prompt: { code: 'content_policy_violation', message: '内容违规: 提示词包含敏感内容' },
  quota: {
    code: 'insufficient_quota',
    message: 'You exceeded your current quota, please check your plan and billing details.',
  },
  overload: {
    code: 'engine_overloaded',
    message: 'The model is currently overloaded. Please try again later.',
  },
  silent: { code: '', message: '' },
} as const;

/** What is to happen to one task, and when. Times in ms from its first look-up. */
export interface Plan {
  scene: SceneName;
  /** What was ordered, where it is not what the video shows. */
  prompt?: string;
  waitMs: number;
  runMs: number;
  numbers: 'smooth' | 'coarse' | 'none';
  end: Ending;
  /** How old it already is when it is first looked at. */
  ageMs: number;
  /** Pictures it was ordered with. */
  images: number;
  /** The service rewrites the prompt. */
  enhances: boolean;
  /** The link dies so many ms after the end; null is a link without an end. */
  linkMs: number | null;
  /** It gets stuck at this share of its run, 0…1. */
  stuckAt?: number;
}

export interface Moment {
  phase: 'waiting' | 'running' | 'ended';
  /** 0…1 of the work; null where the service says no number. */
  share: number | null;
  /** How far it is, 0…1, even if the service gives no number: for stages. */
  progress: number;
  /** Tasks before this one. */
  ahead: number;
  waitLeftMs: number;
  endedAgoMs: number;
}

/** Where a task stands at an age, in ms: a pure function, and it never goes back. */
export function momentOf(plan: Plan, ageMs: number): Moment {
  const { waitMs, runMs, numbers } = plan;
  const waitLeftMs = Math.max(0, waitMs - ageMs);
  const progress = Math.min(plan.stuckAt ?? 1, Math.max(0, (ageMs - waitMs) / runMs));
  const phase = ageMs < waitMs ? 'waiting' : progress < 1 ? 'running' : 'ended';
  // Real services are quick at first and slow at the end.
  const smooth = Math.min(0.99, 1 - (1 - progress) ** 1.3);
  const share =
    numbers === 'none' ? null : numbers === 'coarse' ? Math.floor(smooth * 5) / 5 : smooth;
  return {
    phase,
    share: phase === 'waiting' ? (numbers === 'none' ? null : 0) : share,
    progress,
    ahead: Math.ceil(waitLeftMs / 4000),
    waitLeftMs,
    endedAgoMs: Math.max(0, ageMs - waitMs - runMs),
  };
}

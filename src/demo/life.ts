import type { SceneName } from './footage.ts';

/** How a task ends. */
type Ending = 'ready' | 'cancelled' | FailureName;
type FailureName = keyof typeof FAILURES;

/** Failure reasons, worded as services do. */
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

/** What happens to a task, and when. Times in ms from its first look-up. */
export interface Plan {
  scene: SceneName;
  /** The prompt, if it is not that of the scene. */
  prompt?: string;
  waitMs: number;
  runMs: number;
  numbers: 'smooth' | 'coarse' | 'none';
  end: Ending;
  /** How old it is at its first look-up. */
  ageMs: number;
  /** Number of input images. */
  images: number;
  /** The service rewrites the prompt. */
  enhances: boolean;
  /** The link expires this many ms after the end; null never. */
  linkMs: number | null;
  /** It gets stuck at this share of its run, 0…1. */
  stuckAt?: number;
}

export interface Moment {
  phase: 'waiting' | 'running' | 'ended';
  /** Progress, 0…1; null if the service gives no number. */
  share: number | null;
  /** How far along it is, 0…1, even if the service gives no number; used for stages. */
  progress: number;
  /** Tasks before this one. */
  ahead: number;
  waitLeftMs: number;
  endedAgoMs: number;
}

/** The state of a task at an age, in ms: a pure function that never goes back. */
export function momentOf(plan: Plan, ageMs: number): Moment {
  const { waitMs, runMs, numbers } = plan;
  const waitLeftMs = Math.max(0, waitMs - ageMs);
  const progress = Math.min(plan.stuckAt ?? 1, Math.max(0, (ageMs - waitMs) / runMs));
  const phase = ageMs < waitMs ? 'waiting' : progress < 1 ? 'running' : 'ended';
  // Real services are fast at first and slow towards the end.
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

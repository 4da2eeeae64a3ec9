/** What a task is: our own vocabulary, the same whatever service it runs on. */

/** Our six states. A word a service says that we do not know is `running`, never `failed`. */
export const TASK_STATES = [
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
  'unknown',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** The file: a link that a plain `<video>` can play, or bytes behind `GET …/content` with the key. */
export type TaskVideo = { kind: 'link'; url: string } | { kind: 'content' };

/** One readable answer. Times are epoch milliseconds; every link is http(s). */
export interface Task {
  id: string | null;
  state: TaskState;
  /** The service's own word, shortened, as it said it. */
  statusWord: string | null;
  /** Percent, 0 to 100; null where the service said no number. */
  progress: number | null;
  queue: { position: number | null; waitSeconds: number | null; message: string | null } | null;
  prompt: string | null;
  enhancedPrompt: string | null;
  images: string[];
  video: TaskVideo | null;
  thumbnail: string | null;
  failure: { message: string | null; code: string | null } | null;
  model: string | null;
  width: number | null;
  height: number | null;
  /** Length of the video in seconds. */
  seconds: number | null;
  orientation: 'portrait' | 'landscape' | 'square' | null;
  createdAt: number | null;
  completedAt: number | null;
  expiresAt: number | null;
  updatedAt: number | null;
}

export const PROBLEM_KINDS = [
  'auth',
  'not_found',
  'rate_limited',
  'not_ready',
  'server',
  'bad_body',
  'wrong_base',
  'network',
  'timeout',
  'other',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Why a look-up told us nothing new. It is never a verdict on the task. */
export interface LookUpProblem {
  kind: ProblemKind;
  /** The service's words, shortened and free of keys. */
  message: string | null;
  httpStatus: number | null;
  /** Milliseconds the service asked us to wait, where the browser lets us read it. */
  retryAfterMs: number | null;
}

/** What one look-up brings: a task, or the reason there is none. */
export type Reading = { task: Task } | { problem: LookUpProblem };

/** States after which a service changes nothing any more. */
export function isTerminal(state: TaskState): boolean {
  return state === 'completed' || state === 'failed' || state === 'cancelled';
}

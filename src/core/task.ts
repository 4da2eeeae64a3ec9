/** What a task is: one vocabulary for all services. */

/** The six states. A status word we do not know means `running`, never `failed`. */
export const TASK_STATES = [
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
  'unknown',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** The file: a link that a plain `<video>` can play, or bytes from `GET …/content` with the key. */
export type TaskVideo = { kind: 'link'; url: string } | { kind: 'content' };

/** One readable answer. Times are epoch ms; every link is http(s). */
export interface Task {
  id: string | null;
  state: TaskState;
  /** The service's own word, shortened. */
  statusWord: string | null;
  /** Percent, 0 to 100; null if the service gave no number. */
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
  /** Duration of the video in seconds. */
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

/** Why a look-up found nothing new. It never says anything about the task itself. */
export interface LookUpProblem {
  kind: ProblemKind;
  /** The service's words, shortened and without keys. */
  message: string | null;
  httpStatus: number | null;
  /** How long the service asked us to wait, in ms, if the browser may read it. */
  retryAfterMs: number | null;
  /** Whom a refusal (`auth`) concerns, if the service says so: the key, only this task or model, or what is paid for. */
  about?: 'key' | 'task' | 'model' | 'credit';
}

/** The result of one look-up: a task, or why there is none. */
export type Reading = { task: Task } | { problem: LookUpProblem };

/** Whether the state is final. */
export function isTerminal(state: TaskState): boolean {
  return state === 'completed' || state === 'failed' || state === 'cancelled';
}

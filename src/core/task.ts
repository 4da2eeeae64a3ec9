/** What a task is: one vocabulary for all services. */
import type { Cost } from './cost';
import type { FailureKind } from './failure';

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

/** Why a task failed, as the service says it. */
export interface TaskFailure {
  message: string | null;
  code: string | null;
  /** Judged by its words when it was read. Absent in answers read by older versions. */
  kind?: FailureKind;
  /** It says no more than that the task failed. Absent if it does, and in answers read by older versions. */
  empty?: true;
}

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
  failure: TaskFailure | null;
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
  /** What the service says that it cost. Absent if it does not, and in answers read by older versions. */
  cost?: Cost;
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
  /** The answer was about another task, which its message names. */
  'other_task',
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
  /** The relay asks for this pause itself, for all who use the key: the service has refused nothing. */
  isRelayBusy?: true | undefined;
  /** What a refusal is about; absent if nobody said. Only one about the key concerns the key's other tasks. */
  about?: 'key' | 'task' | 'model' | 'credit';
  /** What would help, if the kind alone does not say. */
  wants?: ProblemWants | undefined;
  /** The host that a redirect led to; null if the browser does not say which. Left out: there was no redirect. */
  leadsTo?: string | null | undefined;
}

export const PROBLEM_WANTS = [
  /** The service missed the key although one was sent: it wants it in another header or form. */
  'another-scheme',
  /** The key contains something that no header can carry; nothing was sent. */
  'plain-key',
  /** A pair of keys signs only on a page with https; nothing was sent. */
  'secure-page',
  /** The service does not let pages read its answers; an admin's relay would. */
  'relay',
  /** A secure page cannot ask an address without https. */
  'secure-address',
] as const;
export type ProblemWants = (typeof PROBLEM_WANTS)[number];

/** The result of one look-up: a task, or why there is none. */
export type Reading = { task: Task } | { problem: LookUpProblem };

/** Whether a look-up was refused because of the key, as far as is known: not because of one task, model or the credit. */
export function isKeyRefused({ kind, about = 'key', wants }: LookUpProblem): boolean {
  // With `wants`, nobody looked at the key: it was not found where it was, or was not sent.
  return kind === 'auth' && about === 'key' && wants === undefined;
}

/** Problems that look the same on all of a service's tasks when it is down. */
const OUT: ReadonlySet<ProblemKind> = new Set(['network', 'timeout', 'server']);

/** Whether a look-up may have got nothing because the service is down. */
export function mayBeOut({ kind, wants }: LookUpProblem): boolean {
  // With `wants`, the reason is known, and is another one.
  return OUT.has(kind) && wants === undefined;
}

/** Whether the state is final. */
export function isTerminal(state: TaskState): boolean {
  return state === 'completed' || state === 'failed' || state === 'cancelled';
}

/** What the picture of the current batch is made of, from the cards on the board. Times are epoch ms. */
import type { TaskState } from '~/core/task';

export interface BatchFacts {
  id: string;
  /** Null if the person gave it no name; then it is called by when it was added. */
  name: string | null;
  addedAt: number;
  /** When its first task was submitted, as far as known: where the picture begins. */
  since: number;
  now: number;
  /** Where the picture ends: `now`, or when the last one should be ready at the latest. */
  until: number;
  counts: BatchCounts;
  /** One for each shot, in the order of the board's shots; one for all if they have none. */
  lanes: readonly BatchLane[];
  /** When the last one should be ready; null if that cannot be said of every one that runs. */
  lastReady: { from: number; to: number } | null;
  says: BatchSentence;
}

interface BatchCounts {
  total: number;
  waiting: number;
  running: number;
  ready: number;
  failed: number;
  cancelled: number;
  /** Nobody can say how they are: their service has not answered, or they wait for the person. */
  unclear: number;
  /** Of those that wait or run: nothing has changed for far longer than explained. */
  stuck: number;
}

export interface BatchLane {
  /** The shot's group id; empty for the tasks without a shot. */
  id: string;
  /** The shot's name; empty without one. */
  value: string;
  bars: readonly BatchBar[];
}

/** One task on the line of time. */
export interface BatchBar {
  /** Its card. */
  key: string;
  state: TaskState;
  isUnclear: boolean;
  isStuck: boolean;
  /** When it was submitted or, if nobody knows, added. */
  from: number;
  /** When it was first seen running; null if it was not. Between `from` and here it waited. */
  runningFrom: number | null;
  /** When it ended; null while it goes on, or if nobody knows. */
  to: number | null;
  /** When it should be ready; null if there is nothing honest to say. */
  ready: { from: number; to: number } | null;
}

export type BatchSentence =
  /** Something goes on. */
  | {
      kind: 'going';
      counts: BatchCounts;
      /** How long after its first task was submitted it is now, in whole minutes rounded down. */
      minutes: number;
      lastReady: BatchFacts['lastReady'];
    }
  /** All have ended. `tookMs` from the first one's beginning to the last one's end; null if nobody knows. */
  | { kind: 'over'; counts: BatchCounts; tookMs: number | null };

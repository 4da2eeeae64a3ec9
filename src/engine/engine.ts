import type { StoreApi } from 'zustand/vanilla';

import type { Answer } from '~/core/answer';
import type { AuthScheme } from '~/core/auth-scheme';
import type { KeepKey, SentKey } from '~/core/connection';
import type { ProblemWants } from '~/core/task';
import type { Batch, TrackedTask } from '~/core/tracked';
import type { Answers } from '~/engine/answers/answers';
import type { BoardCounts } from '~/engine/answers/board-totals';
import type { Checked } from '~/engine/gateway/first-check';
import type { Cursor, TaskList } from '~/engine/gateway/list-tasks';
import type { Durations } from '~/engine/look-ups/forecast/history';

import type { Removed } from './bin';
import type { CarriedTask } from '~/engine/board-file/board-file';
import type { SealedKeys } from '~/engine/board-file/sealed-keys';
import type { Bus } from './bus';
import type { TaskEdit } from './edit';
import type { KnownSchemes } from '~/engine/look-ups/auth-schemes';
import type { KnownPaths } from '~/engine/look-ups/paths';
import type { Merged } from './merge-board';
import type { ConnectionsState, EngineStatus, TrackedState } from './state';
import type { VideoAccess } from '~/engine/media/video-access';

/** Tasks to add, and the keys pasted with them. */
export interface AddRequest {
  base: string;
  /**
   * Plain keys as pasted; the engine passes them to the vault and keeps none. If empty, the keys known for `base` are
   * used.
   */
  keys: SentKey[];
  keep: KeepKey;
  /** How the pasted text sends the key; used if neither a person nor an admin has said so. */
  scheme?: AuthScheme | null;
  tasks: TaskToAdd[];
  /** The key among those stored for `base` that is used, where none is pasted; null for any. */
  connectionId?: string | null;
  /** Of those tasks that name none. */
  batch: Batch | null;
  /** What a first check found that its service cannot be reached without. */
  wants?: ProblemWants | undefined;
}

/** A task as it was pasted or handed over, with what was said about it. */
interface TaskToAdd extends Partial<
  Pick<TrackedTask, 'batch' | 'shot' | 'columns' | 'note' | 'tags'>
> {
  taskId: string;
  label: string | null;
  /** Epoch ms; left out, it was added now, and not seen, picked or changed yet. */
  times?: Pick<TrackedTask, 'addedAt' | 'seenAt' | 'pickedAt' | 'changedAt'> | undefined;
  /** What is known about it already. */
  answer?: Answer | undefined;
}

/** What to ask a service before tasks are added. */
export interface CheckRequest {
  base: string;
  /** The pasted key; null to use one known for `base`. */
  apiKey: SentKey | null;
  /** How the pasted text sends the key. */
  scheme?: AuthScheme | null;
  /** The look-up path given with the address; null to use the known one or to find one. */
  path: string | null;
  /** The first id to be tracked; null if there is none yet. */
  taskId: string | null;
}

/** A part of the list of what a key has made. */
export interface LatestRequest extends Omit<CheckRequest, 'taskId'> {
  /** Where the list goes on; null for the beginning. */
  cursor: Cursor | null;
}

/** Where a task is looked up, and with which key; null for any that is stored for the service. */
export interface Whereabouts {
  base: string;
  connectionId: string | null;
}

/** Everything the screens can ask of the engine. */
export interface Engine {
  /** What is known about the tasks; components read it through `use-answers.ts`. */
  readonly answers: Answers;
  readonly tracked: StoreApi<TrackedState>;
  /** What to say of all tasks until all of them are known; null if nothing is remembered. */
  readonly lastCounts: BoardCounts | null;
  readonly connections: StoreApi<ConnectionsState>;
  readonly status: StoreApi<EngineStatus>;
  readonly lookUpPaths: StoreApi<KnownPaths>;
  readonly authSchemes: StoreApi<KnownSchemes>;
  /** Hears what happens, here and in other tabs. */
  on: Bus['on'];

  /** Starts tracking tasks; ids already on the board stay as they are. Returns how many are new, and which. */
  add(request: AddRequest): Promise<{
    added: number;
    known: number;
    keys: readonly string[];
    connectionIds: string[];
  }>;
  /** Makes one look-up before many tasks are added, and says what is wrong. Rejects only when aborted. */
  firstCheck(request: CheckRequest, signal: AbortSignal): Promise<Checked>;
  /** Asks for a list of the latest tasks of a key, within its budget. Rejects only when aborted. */
  latestTasks(request: LatestRequest, signal: AbortSignal): Promise<TaskList>;
  /**
   * Removes cards and stops their look-ups; the returned function restores them as they were. They stay in the bin for
   * a while, unless it is for good.
   */
  remove(keys: readonly string[], forGood?: boolean): () => void;
  /** Brings cards back from the bin, as they were; what is on the board again stays as it is. */
  restore(removed: readonly Removed[]): Promise<void>;
  /** Merges another board, such as a backup's, with this one. */
  mergeBoard(
    tasks: readonly CarriedTask[],
    answers: readonly (readonly [key: string, Answer])[],
  ): Promise<Merged>;
  /** All keys that can be used here, encrypted under a passphrase for a backup. */
  sealKeys(passphrase: string): Promise<SealedKeys>;
  /**
   * Changes many tasks at once, in this and other tabs; texts that are too long are cut. The returned function takes
   * the change back: what else was changed since stays.
   */
  edit(keys: readonly string[], change: TaskEdit | ((task: TrackedTask) => TaskEdit)): () => void;
  /**
   * Looks these tasks up at another service, or with another key of theirs. No key goes with them. `known` are left
   * where they are, because the service's task of that id is on the board. `undo` returns the keys it brought back.
   */
  moveTasks(
    keys: readonly string[],
    where: Whereabouts,
  ): Promise<{ moved: string[]; known: string[]; undo: () => string[] }>;
  rename(key: string, label: string | null): void;
  markSeen(keys: readonly string[]): void;
  /** Marks the best of several takes, or removes the mark. */
  pick(key: string, picked: boolean): void;
  /** Looks tasks up soon, before others, even if their look-ups had stopped. */
  checkNow(keys: readonly string[]): void;
  /** Tells which cards are on screen: they are looked up a little sooner. */
  watch(keys: readonly string[]): void;
  setPaused(paused: boolean): void;
  /** How often, at most, each of so many tasks on this key can be looked up at its current rate, in ms. */
  turnMs(connectionId: string, tasks: number): number;
  /** How long similar tasks usually take, as learnt in this browser; null if unknown. */
  usual(task: TrackedTask): Durations | null;
  /** The service that this key is stored for; null if it is new. */
  serviceOfKey(apiKey: string): string | null;
  /**
   * Gives a connection a new key; its waiting tasks resume by themselves.
   * @param scheme how the pasted text sends it, if it says
   */
  replaceKey(
    connectionId: string,
    apiKey: string,
    keep: KeepKey,
    scheme?: AuthScheme | null,
  ): Promise<void>;
  /**
   * Looks a service's tasks up at this path, a template with `{id}`, from now on; tasks with a problem at once. The
   * default path clears what was known, so another path is found if it does not answer.
   */
  setLookUpPath(base: string, path: string): void;
  /** How a service is sent its key, if anybody said so; see `useAuthScheme`. */
  schemeOf(base: string): AuthScheme | null;
  /** A person's choice: sends a service its keys in this way from now on; tasks with a problem are asked at once. */
  setScheme(base: string, scheme: AuthScheme): void;
  /** Deletes a key everywhere; its tasks stay on the board and wait for a new one. */
  forgetKey(connectionId: string): Promise<void>;
  /** Used to fetch videos; see `mediaOf(engine)`. */
  readonly videos: VideoAccess;
  stop(): void;
}

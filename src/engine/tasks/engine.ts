import type { QueryClient } from '@tanstack/react-query';
import type { StoreApi } from 'zustand/vanilla';

import type { Connection, KeepKey } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';
import type { Verdict } from '~/engine/gateway/first-check';
import type { Durations } from '~/engine/polling/history';

import type { VideoAccess } from './video-access';

/** Tracked tasks by `refKey`, in the order they were added. Replaced, never mutated. */
export interface TrackedState {
  tasks: ReadonlyMap<string, TrackedTask>;
}

/** Why a key cannot be used: it is not in this browser (any more), or the service does not accept it. */
export type KeyLoss = 'missing' | 'refused';

export interface ConnectionsState {
  connections: ReadonlyMap<string, Connection>;
  /** Connections without a usable key: their tasks wait for the person. */
  needKey: ReadonlyMap<string, KeyLoss>;
}

/** What storage can do at the moment. Everything but `ok` is said to the person in plain words. */
export type StorageHealth = 'ok' | 'blocked' | 'full' | 'unreadable';

export interface EngineStatus {
  /** This tab is the one that asks. */
  leading: boolean;
  online: boolean;
  /** The person paused every look-up. */
  paused: boolean;
  storage: StorageHealth;
}

/** By service, the look-up path that is settled: a template with `{id}`. Replaced, never mutated. */
export interface KnownPaths {
  paths: ReadonlyMap<string, string>;
}

export interface AddRequest {
  base: string;
  /** Plain keys as pasted; the engine hands them to the vault and keeps none. Empty: use the keys known for `base`. */
  keys: string[];
  keep: KeepKey;
  tasks: { taskId: string; label: string | null }[];
  batch: string | null;
}

export interface CheckRequest {
  base: string;
  /** The pasted key; null for one that is known for `base`. */
  apiKey: string | null;
  /** The look-up path that was given with the address; null: the known one, or whichever answers. */
  path: string | null;
  /** The first id to be tracked; null when there is none yet. */
  taskId: string | null;
}

/** All that the screens may ask of the house below them. */
export interface Engine {
  /** Answers live in its cache; screens read them through `use-answers.ts`. */
  readonly queryClient: QueryClient;
  readonly tracked: StoreApi<TrackedState>;
  readonly connections: StoreApi<ConnectionsState>;
  readonly status: StoreApi<EngineStatus>;
  readonly lookUpPaths: StoreApi<KnownPaths>;

  /** Starts to watch tasks; ids already on the board are left as they are. Returns how many are new. */
  add(request: AddRequest): Promise<{ added: number; known: number }>;
  /** Asks once before many tasks are added, and names what is wrong. Rejects only when aborted. */
  firstCheck(request: CheckRequest, signal: AbortSignal): Promise<Verdict>;
  /** Takes cards off the board and stops their look-ups; the returned function puts them back as they were. */
  remove(keys: readonly string[]): () => void;
  rename(key: string, label: string | null): void;
  markSeen(keys: readonly string[]): void;
  /** Marks the best of several takes, or takes the mark away. */
  pick(key: string, picked: boolean): void;
  /** Asks soon, ahead of others, also where look-ups had stopped. */
  checkNow(keys: readonly string[]): void;
  /** The cards on the screen now: their look-ups come a little sooner than others'. */
  watch(keys: readonly string[]): void;
  setPaused(paused: boolean): void;
  /** How often each of so many tasks can be looked up with this key at most, in ms, at the pace it may go now. */
  turnMs(connectionId: string, tasks: number): number;
  /** How long tasks like this one usually take, as this browser has learnt; null where it has not. */
  usual(task: TrackedTask): Durations | null;
  /** Gives a connection a new key; its paused cards go on by themselves. */
  replaceKey(connectionId: string, apiKey: string, keep: KeepKey): Promise<void>;
  /**
   * Looks a service's tasks up at this path, a template with `{id}`, from now on; those that met a problem at once.
   * The usual path means: as if nothing was known, so another one is found where it does not answer.
   */
  setLookUpPath(base: string, path: string): void;
  /** Forgets a key everywhere; its tasks stay on the board and wait for a new one. */
  forgetKey(connectionId: string): Promise<void>;
  /** What videos are fetched with; `mediaOf(engine)` makes the most of it. */
  readonly videos: VideoAccess;
  stop(): void;
}

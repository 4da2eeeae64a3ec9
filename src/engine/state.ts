import { createStore, type StoreApi } from 'zustand/vanilla';

import { NO_ANSWER, refKey, type TaskRef } from '~/core/answer';
import type { Connection } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';

import type { BoardCounts } from '~/engine/answers/board-totals';
import { createAnswers, type AnswerEntries, type Answers } from '~/engine/answers/answers';
import type { FeedTrouble } from '~/core/feed';
import type { Remembered } from '~/engine/storage/rows';
import type { Bus } from './bus';

/** Tracked tasks by `refKey`, in the order they were added. Replaced, never mutated. */
export interface TrackedState {
  tasks: ReadonlyMap<string, TrackedTask>;
  /** No task is missing. False while the rest of a large board is being read, and where storage could not be read. */
  isWhole: boolean;
}

/** Why a key cannot be used: it is not (or no longer) in this browser, or the service refuses it. */
export type KeyLoss = 'missing' | 'refused';

/** Connections by id. Replaced, never mutated. */
export interface ConnectionsState {
  connections: ReadonlyMap<string, Connection>;
  /** Connections without a usable key; their tasks wait for the person. */
  needKey: ReadonlyMap<string, KeyLoss>;
}

/** State of the storage. Everything but `ok` is explained to the person in plain words. */
export type StorageHealth = 'ok' | 'blocked' | 'full' | 'unreadable';

/** What concerns all look-ups of this tab. */
export interface EngineStatus {
  /** This tab makes the look-ups. */
  leading: boolean;
  online: boolean;
  /** The person paused all look-ups. */
  paused: boolean;
  /** The code of look-ups could not be loaded yet. */
  stuck: boolean;
  storage: StorageHealth;
  /** The host's feeds from which nothing comes at the moment. */
  feeds: readonly FeedTrouble[];
}

/** Everything the engine holds in memory. Only the functions below change it. */
export interface EngineState {
  answers: Answers;
  tracked: StoreApi<TrackedState>;
  /** What to say of all tasks until all of them are known; null if nothing is remembered. */
  lastCounts: BoardCounts | null;
  connections: StoreApi<ConnectionsState>;
  status: StoreApi<EngineStatus>;
}

/** Empty state. */
export function createState(): EngineState {
  return {
    answers: createAnswers(),
    lastCounts: null,
    tracked: createStore<TrackedState>(() => ({ tasks: new Map(), isWhole: true })),
    connections: createStore<ConnectionsState>(() => ({
      connections: new Map(),
      needKey: new Map(),
    })),
    status: createStore<EngineStatus>(() => ({
      leading: false,
      online: true,
      paused: false,
      stuck: false,
      storage: 'ok',
      feeds: [],
    })),
  };
}

/** Changes the state by what happens, in whichever tab. */
export function applyEvents(state: EngineState, bus: Bus): void {
  bus.on('added', ({ tasks, answers }) => putTasks(state, tasks, answers));
  bus.on('changed', ({ tasks }) => putTasks(state, tasks));
  bus.on('stored', ({ tracked, answers, isWhole }) => {
    const isThere = (ref: TaskRef): boolean => !gone.has(refKey(ref));
    putStored(state, {
      tracked: tracked.filter(isThere),
      answers: answers.filter(([ref]) => isThere(ref)),
      isWhole,
    });
    gone.clear();
  });
  // Read before that, the rest of a large board may hold them still.
  const gone = new Set<string>();
  bus.on('removed', ({ keys }) => {
    if (!state.tracked.getState().isWhole) for (const key of keys) gone.add(key);
    dropTasks(state, keys);
  });
  bus.on('answered', ({ ref, after }) => state.answers.put(ref, after));
  bus.on('key', ({ connection, loss }) => putConnection(state, connection, loss));
  bus.on('forgot', ({ connectionId }) => dropConnection(state, connectionId));
  bus.on('need-key', ({ connectionIds }) => {
    for (const id of connectionIds) setKeyLoss(state, id, 'refused');
  });
  bus.on('new-scheme', ({ base }) => pardonKeys(state, base));
  bus.on('feeds', ({ troubles }) => state.status.setState({ feeds: troubles }));
  bus.on('paused', ({ paused }) => state.status.setState({ paused }));
}

/** Whether what belongs to this task must be kept: it is on the board, or not all that is on it is known yet. */
export function mayBeTracked({ tasks, isWhole }: TrackedState, key: string): boolean {
  return !isWhole || tasks.has(key);
}

/** Resolves when no stored task is missing any more; where storage could not be read, never. */
export function whenWhole(tracked: StoreApi<TrackedState>): Promise<void> {
  return new Promise((resolve) => {
    const look = ({ isWhole }: TrackedState): void => {
      if (!isWhole) return;
      resolve();
      stop();
    };
    const stop = tracked.subscribe(look);
    look(tracked.getState());
  });
}

/** Adds tasks to the board or updates them, together with their known answers. */
export function putTasks(
  state: EngineState,
  tasks: readonly TrackedTask[],
  answers: AnswerEntries = [],
): void {
  const next = new Map(state.tracked.getState().tasks);
  for (const task of tasks) next.set(refKey(task), task);
  for (const [key, answer] of answers) {
    const task = next.get(key);
    if (task) state.answers.put(task, answer);
  }
  state.tracked.setState({ tasks: next });
}

/** Adds what storage knew, except where more is known by now. */
function putStored(
  state: EngineState,
  { tracked, answers, isWhole }: Pick<Remembered, 'tracked' | 'answers' | 'isWhole'>,
): void {
  const known = state.tracked.getState().tasks;
  for (const [ref, answer] of answers) {
    if (state.answers.get(ref) === NO_ANSWER) state.answers.put(ref, answer);
  }
  const all = tracked.filter((task) => !known.has(refKey(task))).concat([...known.values()]);
  const tasks = new Map(
    all.toSorted((a, b) => a.addedAt - b.addedAt).map((task) => [refKey(task), task]),
  );
  state.tracked.setState({ tasks, isWhole });
}

export function dropTasks(state: EngineState, keys: readonly string[]): void {
  const next = new Map(state.tracked.getState().tasks);
  const tasks = keys.flatMap((key) => next.get(key) ?? []);
  for (const key of keys) next.delete(key);
  state.tracked.setState({ tasks: next });
  for (const task of tasks) state.answers.remove(task);
}

/** Adds or updates a connection, and says whether its key can be used (null) or why not. */
export function putConnection(
  state: EngineState,
  connection: Connection,
  loss: KeyLoss | null,
): void {
  const { connections, needKey } = state.connections.getState();
  state.connections.setState({
    connections: new Map(connections).set(connection.id, connection),
    needKey: withLoss(needKey, connection.id, loss),
  });
}

export function setKeyLoss(state: EngineState, connectionId: string, loss: KeyLoss | null): void {
  const { needKey } = state.connections.getState();
  if ((needKey.get(connectionId) ?? null) === loss) return;
  state.connections.setState({ needKey: withLoss(needKey, connectionId, loss) });
}

/** Keys of a service that were refused may be good, because they are sent in another way from now on. */
function pardonKeys(state: EngineState, base: string): void {
  const { connections, needKey } = state.connections.getState();
  for (const [id, loss] of needKey)
    if (loss === 'refused' && connections.get(id)?.base === base) setKeyLoss(state, id, null);
}

/** Connections whose key is added by a relay. */
export function teamConnections(state: EngineState): Connection[] {
  const { connections } = state.connections.getState();
  return [...connections.values()].filter(({ kind }) => kind === 'team');
}

/** Its tasks stay. */
function dropConnection(state: EngineState, connectionId: string): void {
  const connections = new Map(state.connections.getState().connections);
  connections.delete(connectionId);
  state.connections.setState({
    connections,
    needKey: withLoss(state.connections.getState().needKey, connectionId, null),
  });
}

function withLoss(
  losses: ReadonlyMap<string, KeyLoss>,
  id: string,
  loss: KeyLoss | null,
): ReadonlyMap<string, KeyLoss> {
  const next = new Map(losses);
  if (loss === null) next.delete(id);
  else next.set(id, loss);
  return next;
}

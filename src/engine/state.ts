import { createStore, type StoreApi } from 'zustand/vanilla';

import { refKey } from '~/core/answer';
import type { Connection } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';

import { createAnswers, type AnswerEntries, type Answers } from '~/engine/answers/answers';
import type { Bus } from './bus';

/** Tracked tasks by `refKey`, in the order they were added. Replaced, never mutated. */
export interface TrackedState {
  tasks: ReadonlyMap<string, TrackedTask>;
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
  storage: StorageHealth;
}

/** Everything the engine holds in memory. Only the functions below change it. */
export interface EngineState {
  answers: Answers;
  tracked: StoreApi<TrackedState>;
  connections: StoreApi<ConnectionsState>;
  status: StoreApi<EngineStatus>;
}

/** Empty state. */
export function createState(): EngineState {
  return {
    answers: createAnswers(),
    tracked: createStore<TrackedState>(() => ({ tasks: new Map() })),
    connections: createStore<ConnectionsState>(() => ({
      connections: new Map(),
      needKey: new Map(),
    })),
    status: createStore<EngineStatus>(() => ({
      leading: false,
      online: true,
      paused: false,
      storage: 'ok',
    })),
  };
}

/** Changes the state by what happens, in whichever tab. */
export function applyEvents(state: EngineState, bus: Bus): void {
  bus.on('added', ({ tasks, answers }) => putTasks(state, tasks, answers));
  bus.on('changed', ({ tasks }) => putTasks(state, tasks));
  bus.on('removed', ({ keys }) => dropTasks(state, keys));
  bus.on('answered', ({ ref, after }) => state.answers.put(ref, after));
  bus.on('key', ({ connection, loss }) => putConnection(state, connection, loss));
  bus.on('forgot', ({ connectionId }) => dropConnection(state, connectionId));
  bus.on('need-key', ({ connectionIds }) => {
    for (const id of connectionIds) setKeyLoss(state, id, 'refused');
  });
  bus.on('new-scheme', ({ base }) => pardonKeys(state, base));
  bus.on('paused', ({ paused }) => state.status.setState({ paused }));
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

import { refKey } from '~/core/answer';
import { boundedColumns, PASTED_LIMITS, type TrackedTask } from '~/core/tracked';
import type { Timers } from '~/platform/timers';
import type { Rows } from '~/engine/storage/rows';
import { storedOf } from '~/engine/storage/tracked-row';

import type { AddRequest, Engine } from './engine';
import type { Message } from '~/engine/tabs/messages';
import type { AnswerEntries } from '~/engine/answers/answers';
import { dropTasks, putTasks, type EngineState } from './state';

/** What the board's actions need from the engine. */
export interface BoardOptions {
  state: EngineState;
  rows: Rows;
  timers: Timers;
  now: () => number;
  post: (message: Message) => void;
  /** Plans look-ups for tasks that were added to the board. */
  onTasks: (tasks: readonly TrackedTask[]) => void;
  onRemoved: (keys: readonly string[]) => void;
}

/** How long, in ms, a new card waits for its row to be written, so that a hung database cannot block it. */
const KEEP_LIMIT_MS = 600;

/** What the person does to cards. Every action is stored, sent to the other tabs, and planned. */
export interface BoardActions extends Pick<Engine, 'remove' | 'rename' | 'markSeen' | 'pick'> {
  add(
    request: AddRequest,
    connectionIds: readonly string[],
  ): Promise<{ added: number; known: number }>;
  /** Remembers the key that knows a task; it is used for it from now on. */
  settleKey(key: string, connectionId: string): void;
}

/** The board's actions on this engine's state. */
export function createBoardActions(options: BoardOptions): BoardActions {
  const { state, rows, timers, now, post, onTasks, onRemoved } = options;
  const show = (tasks: readonly TrackedTask[], answers: AnswerEntries = []): void => {
    putTasks(state, tasks, answers);
    post({ type: 'tracked', tasks: tasks.map(storedOf), answers });
  };
  const put = (tasks: readonly TrackedTask[]): Promise<boolean> => {
    show(tasks);
    return rows.putTracked(tasks);
  };
  const soon = (kept: Promise<boolean>): Promise<unknown> =>
    new Promise<unknown>((resolve) => {
      const callOff = timers.after(KEEP_LIMIT_MS, () => resolve(false));
      void kept.then(resolve).finally(callOff);
    });
  const change = (key: string, edit: (task: TrackedTask) => TrackedTask): void => {
    const task = state.tracked.getState().tasks.get(key);
    if (task) void put([edit(task)]);
  };
  return {
    async add(request, connectionIds) {
      const known = state.tracked.getState().tasks;
      const added = newTasks(request, connectionIds, now()).filter(
        (task) => !known.has(refKey(task)),
      );
      // Write before showing: if the page crashes first, the person has never seen the task.
      await soon(rows.putTracked(added));
      show(added);
      onTasks(added);
      return { added: added.length, known: request.tasks.length - added.length };
    },
    remove(keys) {
      const dropped = dropTasks(state, keys);
      onRemoved(keys);
      post({ type: 'removed', keys: [...keys] });
      void rows.removeTasks(dropped.tasks);
      return () => {
        // What was added again in the meantime stays as it is.
        const { tasks: known } = state.tracked.getState();
        const tasks = dropped.tasks.filter((task) => !known.has(refKey(task)));
        const answers = new Map(dropped.answers.filter(([key]) => !known.has(key)));
        show(tasks, [...answers]);
        void rows.putTracked(tasks);
        for (const task of tasks) {
          const answer = answers.get(refKey(task));
          if (answer) rows.putAnswer(task, answer);
        }
        onTasks(tasks);
      };
    },
    settleKey(key, connectionId) {
      if (state.tracked.getState().tasks.get(key)?.connectionId === connectionId) return;
      change(key, (task) => ({ ...task, connectionId }));
    },
    rename: (key, label) => change(key, (task) => ({ ...task, label })),
    pick: (key, picked) => change(key, (task) => ({ ...task, pickedAt: picked ? now() : null })),
    markSeen(keys) {
      for (const key of keys) change(key, (task) => ({ ...task, seenAt: task.seenAt ?? now() }));
    },
  };
}

function newTasks(
  request: AddRequest,
  connectionIds: readonly string[],
  now: number,
): TrackedTask[] {
  const { base, batch } = request;
  const [connectionId = null, ...otherConnectionIds] = connectionIds;
  const tasks = new Map(request.tasks.map((task) => [task.taskId, task]));
  return [...tasks.values()].map(({ taskId, label, shot, columns = {} }, index) => ({
    base,
    taskId,
    connectionId,
    otherConnectionIds,
    label,
    batch,
    // Bounded here, for a row with more could not be read again.
    shot: shot?.slice(0, PASTED_LIMITS.shot) ?? null,
    columns: boundedColumns(columns),
    // Slightly apart, so that sorting by age keeps the order in which they were pasted.
    addedAt: now + index / 1000,
    seenAt: null,
    pickedAt: null,
  }));
}

import { NO_ANSWER, refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import type { Timers } from '~/engine/polling/timers';
import type { Rows } from '~/engine/storage/rows';

import type { AddRequest, Engine } from './engine';
import type { Message } from './messages';
import { cachedAnswer } from './queries';
import { dropAnswers, dropTasks, putTasks, type EngineState } from './state';

export interface BoardOptions {
  state: EngineState;
  rows: Rows;
  timers: Timers;
  now: () => number;
  tell: (message: Message) => void;
  /** Plans the look-ups of tasks that came to the board. */
  onTasks: (tasks: readonly TrackedTask[]) => void;
  onRemoved: (keys: readonly string[]) => void;
}

/** How long a removal can be undone, in ms; until then the answer stays in the cache. */
export const UNDO_MS = 10_000;
/** How long, in ms, a new card waits for its row to be written: a database that hangs must not hold it up. */
const KEEP_LIMIT_MS = 600;

/** What the person does to cards. Every step is stored, told to the other tabs, and planned. */
export interface BoardActions extends Pick<Engine, 'remove' | 'rename' | 'markSeen' | 'pick'> {
  add(
    request: AddRequest,
    connectionIds: readonly string[],
  ): Promise<{ added: number; known: number }>;
}

export function createBoardActions(options: BoardOptions): BoardActions {
  const { state, rows, timers, now, tell, onTasks, onRemoved } = options;
  const show = (tasks: readonly TrackedTask[]): void => {
    putTasks(state, tasks);
    tell({ say: 'tracked', tasks: [...tasks] });
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
      // What stands on the board is kept: a page that dies before the write was never seen to have the task.
      await soon(rows.putTracked(added));
      show(added);
      onTasks(added);
      return { added: added.length, known: request.tasks.length - added.length };
    },
    remove(keys) {
      const dropped = dropTasks(state, keys);
      onRemoved(keys);
      tell({ say: 'removed', keys: [...keys] });
      void rows.removeTasks(dropped);
      const keepAnswers = timers.after(UNDO_MS, () => dropAnswers(state, dropped));
      return () => {
        keepAnswers();
        void put(dropped);
        for (const task of dropped) {
          const answer = cachedAnswer(state.queryClient, task);
          if (answer !== NO_ANSWER) rows.putAnswer(task, answer);
        }
        onTasks(dropped);
      };
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
  const labels = new Map(request.tasks.map(({ taskId, label }) => [taskId, label]));
  return [...labels].map(([taskId, label], index) => ({
    base,
    taskId,
    connectionId,
    otherConnectionIds,
    label,
    batch,
    // A little apart, so that sorting by age keeps the order in which they were pasted.
    addedAt: now + index / 1000,
    seenAt: null,
    pickedAt: null,
  }));
}

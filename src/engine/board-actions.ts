import { refKey, type Answer } from '~/core/answer';
import {
  boundedColumns,
  boundedNote,
  boundedTags,
  PASTED_LIMITS,
  type TrackedTask,
} from '~/core/tracked';
import type { Timers } from '~/platform/timers';
import type { Rows } from '~/engine/storage/rows';

import type { Bus } from './bus';
import { edited, editedAt, withoutEdit } from './edit';
import type { AddRequest, Engine } from './engine';
import { entriesOf, type AnswerEntries } from '~/engine/answers/answers';
import type { AuthSchemes } from '~/engine/look-ups/auth-schemes';
import type { Keyring } from '~/engine/storage/keyring';
import { foundOut } from './found-out';
import type { EngineState } from './state';

/** What the board's actions need from the engine. */
interface BoardOptions {
  state: EngineState;
  rows: Rows;
  timers: Timers;
  now: () => number;
  bus: Bus;
  keyring: Pick<Keyring, 'keep'>;
  authSchemes: Pick<AuthSchemes, 'set'>;
  /** When all stored tasks are known; null if they are. */
  whole: Promise<void> | null;
}

/** How long, in ms, a new card waits for its row to be written, so that a hung database cannot block it. */
const KEEP_LIMIT_MS = 600;

/** What the person does to cards; the bus is told. */
type BoardActions = Pick<
  Engine,
  | 'add'
  | 'remove'
  | 'restore'
  | 'edit'
  | 'mergeBoard'
  | 'moveTasks'
  | 'rename'
  | 'markSeen'
  | 'pick'
>;

/** The board's actions on this engine's state. */
export function createBoardActions(options: BoardOptions): BoardActions {
  const { state, rows, timers, now, bus, keyring, authSchemes, whole } = options;
  const soon = (kept: Promise<boolean>): Promise<unknown> =>
    new Promise<unknown>((resolve) => {
      const callOff = timers.after(KEEP_LIMIT_MS, () => resolve(false));
      void kept.then(resolve).finally(callOff);
    });
  const changed = (tasks: readonly TrackedTask[]): void => {
    if (tasks.length > 0) bus.emit({ type: 'changed', tasks });
  };
  const edit: Engine['edit'] = (keys, change) => {
    const edits = tracked(state, keys).flatMap((before) => {
      const after = edited(before, typeof change === 'function' ? change(before) : change);
      if (after === before) return [];
      return [{ key: refKey(before), before, after: editedAt(before, after, now()) }];
    });
    changed(edits.map(({ after }) => after));
    return () => {
      const { tasks } = state.tracked.getState();
      changed(
        edits.flatMap(({ key, before, after }) => {
          const current = tasks.get(key);
          const undone = current && withoutEdit(current, before, after);
          return undone === undefined || undone === current ? [] : [undone];
        }),
      );
    };
  };
  return {
    async add(request) {
      const { base, keys, keep, scheme, tasks } = request;
      await whole;
      if (scheme) authSchemes.set(base, scheme, 'pasted');
      const ids: string[] = [];
      for (const apiKey of keys) ids.push(await keyring.keep(base, apiKey, keep));
      const known = state.tracked.getState().tasks;
      const added = newTasks(request, ids, now()).filter((task) => !known.has(refKey(task)));
      // Write before showing: if the page crashes first, the person has never seen the task.
      await soon(rows.putTracked(added));
      const answers = answersOf(request, added, foundOut(state, base, request.wants, now()));
      bus.emit({ type: 'added', tasks: added, answers });
      storeAnswers(rows, added, answers ?? []);
      return {
        added: added.length,
        known: tasks.length - added.length,
        keys: added.map(refKey),
        connectionIds: ids,
      };
    },
    remove(keys, forGood = false) {
      const dropped = tracked(state, keys);
      const answers = entriesOf(state.answers, dropped);
      bus.emit({ type: 'removed', keys: [...keys] });
      void rows.removeTasks(dropped);
      const binned = forGood
        ? Promise.resolve()
        : import('./bin').then((bin) => bin.throwAway(dropped, answers, now(), state));
      return () => {
        restore(options, dropped, answers);
        void binned.then(() => import('./bin')).then((bin) => bin.takeOut(keys));
      };
    },
    edit,
    restore: async (removed) => {
      const answers = removed.flatMap(({ task, answer }): AnswerEntries =>
        answer ? [[refKey(task), answer]] : [],
      );
      const tasks = removed.map(({ task }) => task);
      await whole;
      restore(options, tasks, answers);
      await (await import('./bin')).takeOut(tasks.map(refKey));
    },
    mergeBoard: async (...args) => (await import('./merge-board')).mergeBoard(options, ...args),
    moveTasks: async (...args) => (await import('./move-tasks')).moveTasks(options, ...args),
    rename: (key, label) => void edit([key], { label }),
    pick: (key, picked) => void edit([key], { pickedAt: picked ? now() : null }),
    markSeen: (keys) =>
      changed(tracked(state, keys).map((task) => ({ ...task, seenAt: task.seenAt ?? now() }))),
  };
}

function tracked({ tracked: store }: EngineState, keys: readonly string[]): TrackedTask[] {
  const { tasks } = store.getState();
  return keys.flatMap((key) => tasks.get(key) ?? []);
}

/** Brings tasks back as they were; what was added again in the meantime stays as it is. */
function restore(
  { state, rows, bus }: BoardOptions,
  dropped: readonly TrackedTask[],
  known: AnswerEntries,
): void {
  const { tasks: present } = state.tracked.getState();
  const tasks = dropped.filter((task) => !present.has(refKey(task)));
  const answers = known.filter(([key]) => !present.has(key));
  bus.emit({ type: 'added', tasks, answers });
  void rows.putTracked(tasks);
  storeAnswers(rows, tasks, answers);
}

function storeAnswers(rows: Rows, tasks: readonly TrackedTask[], answers: AnswerEntries): void {
  const refs = new Map(tasks.map((task) => [refKey(task), task]));
  for (const [key, answer] of answers) {
    const ref = refs.get(key);
    if (ref) rows.putAnswer(ref, answer);
  }
}

function newTasks(
  request: AddRequest,
  connectionIds: readonly string[],
  now: number,
): TrackedTask[] {
  const { base, batch } = request;
  const [connectionId = request.connectionId ?? null, ...otherConnectionIds] = connectionIds;
  const tasks = new Map(request.tasks.map((task) => [task.taskId, task]));
  return [...tasks.values()].map((task, index) => ({
    base,
    taskId: task.taskId,
    connectionId,
    otherConnectionIds,
    label: task.label,
    batch: task.batch ?? batch,
    // Bounded here, for a row with more could not be read again.
    shot: task.shot?.slice(0, PASTED_LIMITS.shot) ?? null,
    columns: boundedColumns(task.columns ?? {}),
    note: boundedNote(task.note ?? null),
    tags: boundedTags(task.tags ?? []),
    // Slightly apart, so that sorting by age keeps the order in which they were pasted.
    addedAt: task.times?.addedAt ?? now + index / 1000,
    seenAt: task.times?.seenAt ?? null,
    pickedAt: task.times?.pickedAt ?? null,
    changedAt: task.times?.changedAt ?? null,
  }));
}

/** What is known of new tasks from the start; undefined if nothing is. */
function answersOf(
  { tasks }: AddRequest,
  added: readonly TrackedTask[],
  foundOut: Answer | null,
): AnswerEntries | undefined {
  const known = new Map(tasks.map(({ taskId, answer }) => [taskId, answer]));
  const answers = added.flatMap((task): AnswerEntries => {
    const answer = known.get(task.taskId) ?? foundOut;
    return answer ? [[refKey(task), answer]] : [];
  });
  return answers.length > 0 ? answers : undefined;
}

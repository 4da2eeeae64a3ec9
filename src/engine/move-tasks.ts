import { NO_ANSWER, refKey, type Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import type { Rows } from '~/engine/storage/rows';

import type { Bus } from './bus';
import type { Engine, Whereabouts } from './engine';
import { foundOut } from './found-out';
import type { EngineState } from './state';

/** What moving tasks needs from the engine. */
interface MoveOptions {
  state: EngineState;
  rows: Rows;
  bus: Bus;
  now: () => number;
  /** When all stored tasks are known; null if they are. */
  whole: Promise<void> | null;
}

interface Move {
  from: TrackedTask;
  to: TrackedTask;
  /** What was known of it before. */
  answer: Answer;
}

/** Looks tasks up elsewhere, or with another key. What an old service said of them is not asked of a new one. */
export async function moveTasks(
  options: MoveOptions,
  keys: readonly string[],
  where: Whereabouts,
): ReturnType<Engine['moveTasks']> {
  const { state, now, whole, bus } = options;
  const tasks = (): ReadonlyMap<string, TrackedTask> => state.tracked.getState().tasks;
  await whole;
  const moves: Move[] = [];
  const known: string[] = [];
  const taken = new Set(tasks().keys());
  for (const from of keys.flatMap((key) => tasks().get(key) ?? [])) {
    const to = movedTo(from, where);
    const isFree = from.base === to.base || !taken.has(refKey(to));
    taken.add(refKey(to));
    if (isFree) moves.push({ from, to, answer: state.answers.get(from) });
    else known.push(refKey(from));
  }
  const answer = foundOut(state, where.base, undefined, now());
  swap(
    options,
    moves.map(({ from, to }) => ({ from, to, answer: answer ?? NO_ANSWER })),
  );
  const moved = moves.map(({ to }) => refKey(to));
  bus.emit({ type: 'check', keys: moved });
  return {
    moved,
    known,
    undo() {
      const back = moves.flatMap((move): Move[] => {
        const present = tasks().get(refKey(move.to));
        const isFree = move.from.base === move.to.base || !tasks().has(refKey(move.from));
        // What was changed since stays, but for where it is looked up.
        return present && isFree
          ? [{ from: present, to: placedAs(present, move.from), answer: move.answer }]
          : [];
      });
      swap(options, back);
      return back.map(({ to }) => refKey(to));
    },
  };
}

/** No key goes with it: only those of its new service are left. */
function movedTo(task: TrackedTask, { base, connectionId }: Whereabouts): TrackedTask {
  return { ...task, base, connectionId, otherConnectionIds: [] };
}

function placedAs(task: TrackedTask, before: TrackedTask): TrackedTask {
  const { base, connectionId, otherConnectionIds } = before;
  return { ...task, base, connectionId, otherConnectionIds };
}

/** Puts tasks in the place of others; at the same service, they stay the same ones and keep what is known of them. */
function swap({ rows, bus }: MoveOptions, moves: readonly Move[]): void {
  const staying = moves.filter(({ from, to }) => from.base === to.base).map(({ to }) => to);
  if (staying.length > 0) bus.emit({ type: 'changed', tasks: staying });
  const leaving = moves.filter(({ from, to }) => from.base !== to.base);
  if (leaving.length === 0) return;
  const known = leaving.filter(({ answer }) => answer !== NO_ANSWER);
  const tasks = leaving.map(({ to }) => to);
  // Written before the old rows go: a page that crashes meanwhile has them twice rather than not at all.
  void rows.putTracked(tasks);
  bus.emit({
    type: 'added',
    tasks,
    answers: known.map(({ to, answer }) => [refKey(to), answer]),
  });
  for (const { to, answer } of known) rows.putAnswer(to, answer);
  bus.emit({ type: 'removed', keys: leaving.map(({ from }) => refKey(from)) });
  void rows.removeTasks(leaving.map(({ from }) => from));
}

import { NO_ANSWER, refKey, type Answer } from '~/core/answer';
import { BY_RELAY } from '~/core/connection';
import type { Task } from '~/core/task';
import type { BoardFile, CarriedTask } from '~/engine/board-file/board-file';
import { takeOver } from '~/engine/board-file/merge-tasks';
import type { Engine } from '~/engine/engine';
import { newId } from '~/platform/new-id';

import type { KeyChoice } from './key-choices';

/** How many tasks came, how many of those that were there say more now, and how all of it is taken back. */
interface TakenIn {
  added: number;
  changed: number;
  undo: () => void;
}

/** Adds what was handed over, each service's tasks with the chosen key; to what is on the board, picks and notes. */
export async function takeIn(
  engine: Pick<Engine, 'add' | 'edit' | 'remove' | 'checkNow' | 'tracked'>,
  { tasks, name }: BoardFile,
  keyOf: (base: string) => KeyChoice,
): Promise<TakenIn> {
  const batch = { id: newId(), name };
  const added = new Set<string>();
  for (const [base, ofService] of byBase(tasks)) {
    const key = keyOf(base);
    const { keys } = await engine.add({
      base,
      keys: key.kind === 'team' ? [BY_RELAY] : [],
      connectionId: key.kind === 'own' ? key.id : null,
      keep: 'device',
      batch,
      tasks: ofService.map((task) => ({ ...task, times: task, answer: toldBy(task) })),
    });
    for (const one of keys) added.add(one);
    // What the sharer said is ready is asked about, once there is a key to ask with.
    const told = ofService.filter(({ video }) => video).map(refKey);
    if (key.kind !== 'none') engine.checkNow(told.filter((one) => added.has(one)));
  }
  const theirs = new Map(tasks.map((task) => [refKey(task), task]));
  const known = [...theirs.keys()].filter((key) => !added.has(key));
  const before = engine.tracked.getState().tasks;
  const undoEdit = engine.edit(known, (mine) => {
    const more = theirs.get(refKey(mine));
    return more ? takeOver(mine, more) : {};
  });
  const after = engine.tracked.getState().tasks;
  return {
    added: added.size,
    changed: known.filter((key) => before.get(key) !== after.get(key)).length,
    undo() {
      undoEdit();
      engine.remove([...added]);
    },
  };
}

function byBase(tasks: readonly CarriedTask[]): ReadonlyMap<string, readonly CarriedTask[]> {
  const all = new Map<string, CarriedTask[]>();
  for (const task of tasks) {
    const some = all.get(task.base);
    if (some) some.push(task);
    else all.set(task.base, [task]);
  }
  return all;
}

/** A card that can be watched, as the sharer told it: nobody here has asked the service, so no look-up is claimed. */
function toldBy({ video }: CarriedTask): Answer | undefined {
  if (!video) return undefined;
  const { url, expiresAt, poster } = video;
  return {
    ...NO_ANSWER,
    task: { ...UNTOLD, video: { kind: 'link', url }, thumbnail: poster, expiresAt },
  };
}

const UNTOLD: Task = {
  id: null,
  state: 'completed',
  statusWord: null,
  progress: null,
  queue: null,
  prompt: null,
  enhancedPrompt: null,
  images: [],
  video: null,
  thumbnail: null,
  failure: null,
  model: null,
  width: null,
  height: null,
  seconds: null,
  orientation: null,
  createdAt: null,
  completedAt: null,
  expiresAt: null,
  updatedAt: null,
};

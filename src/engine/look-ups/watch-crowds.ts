import { refKey } from '~/core/answer';
import { isTerminal } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

import type { Driver } from './driver';
import type { Lists, ListsOptions } from './lists';

/** From how many tasks on one key a list is cheaper than look-ups one by one. */
const CROWD = 20;
/** How often keys are looked through for crowds, in ms. */
const LOOK_EVERY = 1000;

interface CrowdOptions extends ListsOptions {
  driver: Pick<Driver, 'set' | 'isAsking' | 'turnMs' | 'tasksOf'>;
  connectionOf: (key: string) => string | null;
  isActive: () => boolean;
}

/**
 * Asks for lists wherever more than `CROWD` tasks run on one key; their code is loaded then. The returned function ends
 * that.
 */
export function watchCrowds(options: CrowdOptions): () => void {
  const { state, timers, driver, connectionOf, isActive } = options;
  const unfinishedOf = (connectionId: string): TrackedTask[] =>
    [...state.tracked.getState().tasks.values()].filter((task) => {
      const { task: known } = state.answers.get(task);
      const isOver = known !== null && isTerminal(known.state);
      return !isOver && connectionOf(refKey(task)) === connectionId;
    });
  let loading: Promise<Lists | null> | null = null;
  let callOff = (): void => {};
  const lists = (): Promise<Lists | null> =>
    (loading ??= import('./lists').then(
      (code) => code.createLists(options),
      () => null,
    ));
  const look = (): void => {
    callOff = timers.after(LOOK_EVERY, look);
    if (!isActive()) return;
    for (const id of state.connections.getState().connections.keys()) {
      if (driver.tasksOf(id) > CROWD)
        void lists().then((made) => made?.ask(id, () => unfinishedOf(id)));
    }
  };
  callOff = timers.after(LOOK_EVERY, look);
  return () => callOff();
}

import * as v from 'valibot';
import type { StoreApi } from 'zustand/vanilla';

import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { fileName } from '~/engine/media/save/file-name';
import { boardIndexOf } from '~/engine/answers/board-index';
import { createKeeping, type Keeping } from './keeping';
import type { KeepState } from './state';
import { openKeptIndex } from './kept-index';
import type { Media } from '~/engine/media/media';
import { browserVideoStores } from './video-stores';
import { openChannel } from '~/engine/tabs/channel';

import type { Engine } from '~/engine/engine';
import { mayBeTracked, whenWhole } from '~/engine/state';

/** How long changes are collected before looking for finished videos, in ms. */
const GATHER_MS = 500;

/** Keeps the videos of finished tasks, if the person turned that on. */
export function startKeeping(
  engine: Engine,
  open: Media['open'],
  state: StoreApi<KeepState>,
): Omit<Keeping, 'can'> {
  const { tracked } = engine;
  const board = boardIndexOf(engine);
  const channel = openChannel('rushes-kept', v.literal('changed'));
  const keeping = createKeeping({
    state,
    index: openKeptIndex(),
    videoStores: browserVideoStores(),
    open,
    finished: () =>
      board
        .finished()
        .flatMap(({ tracked: ref, task }) =>
          isFinished(task) ? [{ ref, nameFor: nameFor(ref, task) }] : [],
        ),
    isTracked: (key) => mayBeTracked(tracked.getState(), key),
    whole: whenWhole(tracked),
    locks: 'locks' in navigator ? navigator.locks : null,
    now: Date.now,
    post: () => channel.post('changed'),
  });
  channel.listen(() => void keeping.reload());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      keeping.look();
    }, GATHER_MS);
  };
  board.subscribe(lookSoon);
  lookSoon();
  return keeping;
}

/** The file name of a task's video, once its type is known. */
export function nameFor(tracked: TrackedTask, task: Task): (type: string) => string {
  return (type) => fileName(tracked, task, Date.now(), type);
}

/** Whether the task has a video to keep. */
export function isFinished(task: Task | null): task is Task {
  return task?.state === 'completed' && task.video !== null;
}

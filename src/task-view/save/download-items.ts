import { refKey } from '~/core/answer';
import { linkOf } from '~/core/has-video';
import { titleOf } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import type { Media } from '~/engine/media/media';
import type { SaveItem } from '~/engine/media/save/each-video';
import type { Engine } from '~/engine/engine';
import { isFinished, nameFor } from '~/engine/media/keep/keep-tasks';

import { rowOf } from './download-table';

export interface Item extends SaveItem {
  title: string;
  /** The video's link, to open in a tab; null if it needs the key. */
  link: string | null;
}

/** What a task's file is called, once its type is known. */
export type NameFor = typeof nameFor;

/** The videos of these tasks, ready to download. */
export function itemsOf(
  engine: Engine,
  media: Media,
  tasks: readonly TrackedTask[],
  nameOf: NameFor = nameFor,
): Item[] {
  return tasks.flatMap((tracked) => {
    const { task } = engine.answers.get(tracked);
    if (!isFinished(task)) return [];
    return {
      key: refKey(tracked),
      title: titleOf(tracked, task),
      link: linkOf(task),
      nameFor: nameOf(tracked, task),
      open: (signal) => media.open(tracked, signal),
      cells: rowOf(tracked, task),
    };
  });
}

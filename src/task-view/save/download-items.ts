import { refKey } from '~/core/answer';
import { linkOf } from '~/core/has-video';
import { titleOf } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import type { Media } from '~/engine/media/media';
import type { PageItem } from '~/engine/media/save/web-page';
import type { Engine } from '~/engine/engine';
import { isFinished, nameFor as usualName } from '~/engine/media/keep/keep-tasks';

import { translate } from '~/i18n/i18n';

import { rowOf } from './download-table';
import { pageCard } from './page-card';

export interface Item extends PageItem {
  title: string;
  /** The video's link, to open in a tab; null if it needs the key. */
  link: string | null;
}

/** What a task's file is called, once its type is known. */
export type NameFor = typeof usualName;

/** The videos of these tasks, ready to download. */
export function itemsOf(
  engine: Engine,
  media: Media,
  tasks: readonly TrackedTask[],
  nameOf: NameFor = usualName,
): Item[] {
  return tasks.flatMap((tracked) => {
    const { task } = engine.answers.get(tracked);
    if (!isFinished(task)) return [];
    const nameFor = nameOf(tracked, task);
    return {
      key: refKey(tracked),
      title: titleOf(tracked, task),
      link: linkOf(task),
      nameFor,
      open: (signal) => media.open(tracked, signal),
      cells: rowOf(tracked, task),
      card: () => pageCard(media, tracked, task, nameFor('video/mp4'), translate),
    };
  });
}

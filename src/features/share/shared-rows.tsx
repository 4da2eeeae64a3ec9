import { useState } from 'react';

import { refKey } from '~/core/answer';
import { shortId } from '~/core/title';
import type { CarriedTask } from '~/engine/board-file/board-file';
import { useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';

/** So many rows are shown at first, and at most: a larger list is looked at on the board. */
const FIRST = 3;
const MOST = 500;

/** The tasks that were handed over, the first few or all; nothing of them is loaded. */
export function SharedRows({ tasks }: { tasks: readonly CarriedTask[] }) {
  const t = useT();
  const tracked = useTracked((state) => state.tasks);
  const [all, setAll] = useState(false);
  const shown = tasks.slice(0, all ? MOST : FIRST);
  return (
    <>
      <ul aria-label={t('share.tasks')} className="pt-1">
        {shown.map((task) => (
          <Row key={refKey(task)} task={task} known={tracked.has(refKey(task))} />
        ))}
      </ul>
      {shown.length === tasks.length ? null : all ? (
        <p className="pt-1 text-note text-ink-2">
          {t('share.andMore', { n: tasks.length - shown.length })}
        </p>
      ) : (
        <Button size="sm" variant="quiet" className="-ms-2.5" onClick={() => setAll(true)}>
          {t('share.showAll', { n: tasks.length })}
        </Button>
      )}
    </>
  );
}

function Row({ task, known }: { task: CarriedTask; known: boolean }) {
  const t = useT();
  const { shot, label, note, columns, taskId, pickedAt, video } = task;
  const [title, second] = shot && label && !label.includes(shot) ? [shot, label] : [label ?? shot];
  const more = [
    second,
    note === null ? null : t('share.quoted', { text: note }),
    ...Object.values(columns).slice(0, 1),
    video ? t('share.watchable') : null,
    known ? t('share.onBoard') : null,
  ].filter((part) => part);
  return (
    <li className="flex items-center gap-3 border-b border-line py-2 last:border-0">
      <p className="min-w-0 flex-1">
        <b className="block truncate font-semibold">{title ?? shortId(taskId)}</b>
        <span className="block truncate text-note text-ink-2">
          {more.length > 0 ? more.join(' · ') : shortId(taskId)}
        </span>
      </p>
      {pickedAt === null ? null : (
        <>
          <Icon name="star" className="text-star" />
          <span className="sr-only">{t('compare.picked')}</span>
        </>
      )}
    </li>
  );
}

import { useStore } from 'zustand';

import { titleOf } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import { useAnswer } from '~/engine/use-answers';
import { useTracked } from '~/engine/use-engine';
import { useMedia } from '~/engine/use-media';
import { useT } from '~/i18n/use-t';
import { notSavedWords } from '~/task-view/words/saved-words';
import { Button } from '~/ui/button';

/** How many are listed; nobody reads a hundred. */
const NAMED = 3;

/** Videos that could not be kept, and why. */
export function NotKept() {
  const t = useT();
  const { keeping } = useMedia();
  const failed = useStore(keeping.state, (state) => state.failed);
  const tracked = useTracked((state) => state.tasks);
  const known = [...failed].flatMap(([key, { reason }]) => {
    const task = tracked.get(key);
    return task ? { key, task, reason } : [];
  });
  if (known.length === 0) return null;
  return (
    <div className="flex flex-col items-start gap-2">
      <p>{t('keep.couldNot', { n: known.length })}</p>
      <ul className="flex w-full flex-col gap-1.5 text-small">
        {known.slice(0, NAMED).map(({ key, task, reason }) => (
          <li key={key} className="flex min-w-0 flex-wrap gap-x-3">
            <span className="max-w-full truncate font-medium">
              <Title tracked={task} />
            </span>
            <span className="text-ink-2">{notSavedWords(reason, t)}</span>
          </li>
        ))}
        {known.length > NAMED ? (
          <li className="text-ink-3">{t('keep.more', { n: known.length - NAMED })}</li>
        ) : null}
      </ul>
      <Button size="sm" icon="refresh" onClick={() => void keeping.resume()}>
        {t('keep.againFailed')}
      </Button>
    </div>
  );
}

function Title({ tracked }: { tracked: TrackedTask }) {
  return titleOf(tracked, useAnswer(tracked).task);
}

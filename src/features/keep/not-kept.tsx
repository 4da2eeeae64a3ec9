import { useStore } from 'zustand';

import { titleOf } from '~/core/title';
import { cachedAnswer } from '~/engine/answers/queries';
import { useEngine, useTracked } from '~/engine/use-engine';
import { useMedia } from '~/engine/use-media';
import { useT } from '~/i18n/use-t';
import { notSavedWords } from '~/task-view/words/saved-words';
import { Button } from '~/ui/button';

/** How many are listed; nobody reads a hundred. */
const NAMED = 3;

/** Videos that could not be kept, and why. */
export function NotKept() {
  const t = useT();
  const engine = useEngine();
  const { keeping } = useMedia();
  const failed = useStore(keeping.state, (state) => state.failed);
  const tracked = useTracked((state) => state.tasks);
  const known = [...failed].flatMap(([key, { reason }]) => {
    const task = tracked.get(key);
    if (!task) return [];
    const title = titleOf(task, cachedAnswer(engine.queryClient, task).task);
    return { key, title, reason };
  });
  if (known.length === 0) return null;
  return (
    <div className="flex flex-col items-start gap-2">
      <p>{t('keep.couldNot', { n: known.length })}</p>
      <ul className="flex w-full flex-col gap-1.5 text-[13px]">
        {known.slice(0, NAMED).map(({ key, title, reason }) => (
          <li key={key} className="flex min-w-0 flex-wrap gap-x-3">
            <span className="max-w-full truncate font-medium">{title}</span>
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

import { refKey } from '~/core/answer';
import { titleOf } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import { useFinished } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { clockOf, inOneLine } from '~/task-view/words/facts';
import { Dialog } from '~/ui/dialog';

/** Chooses another video to add to the comparison. */
export function Chooser({
  compared,
  onChoose,
  onClose,
}: {
  compared: readonly TrackedTask[];
  onChoose: (task: TrackedTask) => void;
  onClose: () => void;
}) {
  const t = useT();
  const finished = useFinished();
  const known = new Set(compared.map(refKey));
  const batches = new Set(compared.map(({ batch }) => batch?.id));
  const choices = finished.filter(({ key }) => !known.has(key));
  // Takes of the same batch are most likely to be compared.
  const inOrder = choices.toSorted(
    (a, b) => Number(batches.has(b.tracked.batch?.id)) - Number(batches.has(a.tracked.batch?.id)),
  );
  return (
    <Dialog open onClose={onClose} title={t('compare.add')} closeLabel={t('ui.close')}>
      {inOrder.length === 0 ? <p className="text-ink-2">{t('compare.noOther')}</p> : null}
      <ul className="flex flex-col gap-1">
        {inOrder.map(({ key, tracked, task }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => onChoose(tracked)}
              className="flex w-full cursor-pointer items-baseline gap-3 rounded-control px-3 py-2 text-left focus-ring hover:bg-sunken"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{titleOf(tracked, task)}</span>
              <span className="flex-none text-note text-ink-3 digits">
                {inOneLine(tracked.batch?.name ?? null, task?.model ?? null, task && clockOf(task))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

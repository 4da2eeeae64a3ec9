import { refKey } from '~/core/answer';
import { PASTED_LIMITS, type TrackedTask } from '~/core/tracked';
import { maskKeys } from '~/engine/gateway/clean-message';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { holdsKey } from '~/task-view/key-in-text';
import { showToast } from '~/ui/toast';

import { TextArea } from './text-area';

/** The person's note about a task. */
export function NoteField({ tracked }: { tracked: TrackedTask }) {
  const t = useT();
  const engine = useEngine();
  const key = refKey(tracked);
  const save = (note: string): void => {
    engine.edit([key], { note: maskKeys(note) });
    if (!holdsKey(note)) return;
    showToast({
      text: t('details.keyInNote'),
      action: {
        label: t('details.keyInNoteKeep'),
        run: () => void engine.edit([key], { note }),
      },
    });
  };
  return (
    <TextArea
      aria-label={t('details.note')}
      placeholder={t('details.notePlaceholder')}
      maxLength={PASTED_LIMITS.note}
      text={tracked.note ?? ''}
      onSave={save}
      className="min-h-16"
    />
  );
}

import { refKey } from '~/core/answer';
import { PASTED_LIMITS, type TrackedTask } from '~/core/tracked';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';

import { TextArea } from './text-area';

/** The person's note about a task. */
export function NoteField({ tracked }: { tracked: TrackedTask }) {
  const t = useT();
  const engine = useEngine();
  return (
    <TextArea
      aria-label={t('details.note')}
      placeholder={t('details.notePlaceholder')}
      maxLength={PASTED_LIMITS.note}
      text={tracked.note ?? ''}
      onSave={(note) => void engine.edit([refKey(tracked)], { note })}
      className="min-h-16"
    />
  );
}

import type { TrackedTask } from '~/core/tracked';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';

import { NoteField } from './note-field';
import { TagsField } from './tags-field';

/** The note and the tags of a task, without its details. Everything is saved as it is written. */
export function NoteDialog({ tracked, onClose }: { tracked: TrackedTask; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('details.noteTitle')}
      closeLabel={t('ui.close')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('details.done')}
        </Button>
      }
    >
      <div className="grid gap-3 pt-1">
        <NoteField tracked={tracked} />
        <div>
          <TagsField tracked={tracked} />
        </div>
      </div>
    </Dialog>
  );
}

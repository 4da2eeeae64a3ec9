import { useState } from 'react';

import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { titleOf } from '~/core/title';
import { useAnswer } from '~/engine/use-answers';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
import { TextField } from '~/ui/text-field';

const MAX_NAME = 120;

/** Lets the person name a task. */
export function RenameDialog({ tracked, onClose }: { tracked: TrackedTask; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const { task } = useAnswer(tracked);
  const [name, setName] = useState(tracked.label ?? '');
  return (
    <FormDialog
      title={t('card.rename.title')}
      submit={t('card.rename.save')}
      onClose={onClose}
      onSubmit={() => {
        engine.rename(refKey(tracked), name.trim() || null);
        onClose();
      }}
    >
      <TextField
        label={t('card.rename.label')}
        hint={t('card.rename.hint')}
        placeholder={titleOf({ ...tracked, label: null }, task)}
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}

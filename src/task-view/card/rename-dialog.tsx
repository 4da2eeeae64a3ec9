import { useId, useState } from 'react';

import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { titleOf } from '~/core/title';
import { useAnswer } from '~/engine/use-answers';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { TextField } from '~/ui/text-field';

const MAX_NAME = 120;

/** Lets the person name a task. */
export function RenameDialog({ tracked, onClose }: { tracked: TrackedTask; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const form = useId();
  const { task } = useAnswer(tracked);
  const [name, setName] = useState(tracked.label ?? '');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('card.rename.title')}
      closeLabel={t('ui.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('card.rename.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
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
      </form>
    </Dialog>
  );
}

import { useId, useState } from 'react';

import type { GroupBy } from '~/core/group-by';
import { groupsOf } from '~/engine/use-groups';
import { useBoardIndex } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { TextField } from '~/ui/text-field';

import { fieldsCalled } from './group-fields';
import { useGroupEdit } from './use-group-edit';

/** As long as the name of a batch or a task may be, in characters. */
const MAX_NAME = 80;

/** Gives a group another name. */
export function RenameGroupDialog({
  by,
  id,
  onClose,
}: {
  by: GroupBy;
  id: string;
  onClose: () => void;
}) {
  const t = useT();
  const form = useId();
  const board = useBoardIndex();
  const edit = useGroupEdit(by, id);
  const [name, setName] = useState(() => groupsOf(board).facts(id)?.value ?? '');
  const [first] = groupsOf(board).cards(id);
  const wanted = name.trim();
  const save = (): void => {
    if (wanted === '') return;
    onClose();
    if (first)
      edit(fieldsCalled(by, first.tracked, wanted), () => t('groups.renamed', { name: wanted }));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('card.rename.title')}
      closeLabel={t('ui.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={wanted === ''}>
            {t('card.rename.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('card.rename.label')}
          maxLength={MAX_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

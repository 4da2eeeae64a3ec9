import { useState } from 'react';

import type { GroupBy } from '~/core/group-by';
import { groupsOf } from '~/engine/use-groups';
import { useBoardIndex } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
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
  const board = useBoardIndex();
  const edit = useGroupEdit(by, id);
  const [name, setName] = useState(() => groupsOf(board).facts(id)?.value ?? '');
  const [first] = groupsOf(board).cards(id);
  const wanted = name.trim();
  const save = (): void => {
    onClose();
    if (first)
      edit(fieldsCalled(by, first.tracked, wanted), () => t('groups.renamed', { name: wanted }));
  };
  return (
    <FormDialog
      title={t('card.rename.title')}
      submit={t('card.rename.save')}
      ready={wanted !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t('card.rename.label')}
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}

import { useState } from 'react';

import type { GroupBy } from '~/core/group-by';
import { NO_GROUP } from '~/engine/answers/group-of';
import { useBoardIndex } from '~/engine/use-board';
import { groupsOf } from '~/engine/use-groups';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';
import { FormDialog } from '~/task-view/form-dialog';
import { Select } from '~/ui/select';

import { fieldsOf } from './group-fields';
import { groupName } from './group-words';
import { useGroupEdit } from './use-group-edit';

/** Moves all tasks of a group to another one. */
export function MergeGroupDialog({
  by,
  id,
  onClose,
}: {
  by: GroupBy;
  id: string;
  onClose: () => void;
}) {
  const t = useT();
  const now = useNow();
  const groups = groupsOf(useBoardIndex());
  const edit = useGroupEdit(by, id);
  const nameOf = (one: string): string => {
    const facts = groups.facts(one);
    return facts ? groupName(by, facts, t, now) : '';
  };
  const others = groups.ids().filter((one) => one !== id && one !== NO_GROUP);
  const [chosen, setChosen] = useState(others[0] ?? NO_GROUP);
  const [target] = groups.cards(chosen);
  const merge = (): void => {
    if (!target) return;
    const name = nameOf(chosen);
    onClose();
    edit(fieldsOf(by, target.tracked), (n) => t('groups.merged', { n, name }));
  };
  return (
    <FormDialog
      title={t('groups.mergeTitle', { name: nameOf(id) })}
      submit={t('groups.mergeNow')}
      ready={target !== undefined}
      onSubmit={merge}
      onClose={onClose}
    >
      {others.length === 0 ? (
        <p className="text-ink-2">{t('groups.why.alone')}</p>
      ) : (
        <Select
          label={t('groups.into')}
          value={chosen}
          onChange={setChosen}
          options={others.map((value) => ({ value, label: nameOf(value) }))}
        />
      )}
    </FormDialog>
  );
}

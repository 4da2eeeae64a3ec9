import { useStore } from 'zustand';

import { useT } from '~/i18n/use-t';
import { shareOf } from '~/task-view/selection/choose';
import { selectAll, selection } from '~/task-view/selection/selection';
import { Checkbox } from '~/ui/checkbox';

/** Chooses all shown cards of a group, folded or not. */
export function GroupCheckbox({
  keys,
  name,
  tabIndex,
}: {
  keys: readonly string[];
  name: string;
  tabIndex?: number;
}) {
  const t = useT();
  const share = useStore(selection, (chosen) => shareOf(chosen.keys, keys));
  return (
    <Checkbox
      label={t('card.select', { title: name })}
      checked={share === 'all'}
      mixed={share === 'some'}
      tabIndex={tabIndex}
      onClick={() => selectAll(keys, share !== 'all')}
    />
  );
}

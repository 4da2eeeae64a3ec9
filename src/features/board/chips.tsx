import { openDialog } from '~/address/dialogs';
import { changeView } from '~/address/use-view';
import type { View } from '~/address/view';
import { ON, toggled } from '~/core/filters';
import { useChoices } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { Chip } from '~/ui/chip';

/** Counted from the start, the reasons for the row below that comes with *Needs attention*. */
const COUNTED = ['stuck', 'picked', 'reason'] as const;

/** The filters that are used most, and the way to the others. */
export function Chips({ view }: { view: View }) {
  const t = useT();
  const choices = useChoices(view, COUNTED);
  const chip = (name: 'stuck' | 'picked', label: string) => {
    const count = choices[name]?.get(ON) ?? 0;
    const on = view.filters[name] !== undefined;
    return count > 0 || on ? (
      <Chip
        on={on}
        count={count}
        {...(name === 'picked' ? { icon: 'star' } : {})}
        onClick={() => changeView({ filters: toggled(view.filters, name, ON) })}
      >
        {label}
      </Chip>
    ) : null;
  };
  return (
    <>
      {chip('stuck', t('board.stuck'))}
      {chip('picked', t('board.picks'))}
      <Chip icon="sliders" aria-haspopup="dialog" onClick={() => openDialog({ kind: 'filter' })}>
        {t('board.filter')}
      </Chip>
    </>
  );
}

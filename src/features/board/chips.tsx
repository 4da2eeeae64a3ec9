import { useStore } from 'zustand';

import { openDialog } from '~/address/dialogs';
import { changeView } from '~/address/use-view';
import type { View } from '~/address/view';
import { ON, toggled } from '~/core/filters';
import { useChoices } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Chip } from '~/ui/chip';

import { heldBack } from './held-back';

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
        className="max-sm:hidden"
        onClick={() => changeView({ filters: toggled(view.filters, name, ON) })}
      >
        {label}
      </Chip>
    ) : null;
  };
  return (
    <div className="flex items-center gap-2">
      {chip('stuck', t('board.stuck'))}
      {chip('picked', t('board.picks'))}
      <Chip
        icon="sliders"
        aria-haspopup="dialog"
        aria-label={t('board.filter')}
        onClick={() => openDialog({ kind: 'filter' })}
      >
        <span className="max-sm:hidden">{t('board.filter')}</span>
      </Chip>
      <Finished />
    </div>
  );
}

/** Tells of cards that have finished out of sight, since nothing moves while the cards are being used. */
function Finished() {
  const t = useT();
  const { n, show } = useStore(heldBack);
  return n === 0 ? null : (
    <Button
      variant="primary"
      className="fixed bottom-6 left-1/2 z-10 -translate-x-1/2 lift-window"
      onClick={show}
    >
      {t('board.finished', { n })}
    </Button>
  );
}

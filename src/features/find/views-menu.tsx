import { flushSync } from 'react-dom';

import { openDialog } from '~/address/dialogs';
import { INSIGHT } from '~/address/insight';
import { changeView, useView } from '~/address/use-view';
import { parseView } from '~/address/view';
import { useArranged } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { Menu } from '~/ui/menu';
import '~/ui/late-icons';

import { addressOf, useSavedViews } from './saved-views';

/** The saved views, the present one marked, and the way to save it. */
export function ViewsMenu({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const t = useT();
  const view = useView();
  const now = addressOf(view);
  const { keys } = useArranged(view);
  const views = useSavedViews();
  const edit = (): void => {
    // Closed first, so that the dialog returns the focus to the button.
    flushSync(onClose);
    openDialog({ kind: 'edit-views' });
  };
  const share = (): void => {
    flushSync(onClose);
    const name = views.find(({ address }) => address === now)?.name ?? null;
    openDialog({ kind: 'share', keys, name });
  };
  return (
    <Menu
      anchor={anchor}
      onClose={onClose}
      items={[
        ...views.map(({ name, address }) => ({
          label: name,
          icon: address === now ? ('check' as const) : ('board' as const),
          onSelect: () => changeView(parseView(address)),
        })),
        {
          label: t('find.insight'),
          icon: 'columns' as const,
          onSelect: () => changeView({ screen: INSIGHT }),
        },
        { label: t('find.saveView'), icon: 'plus' as const, onSelect: edit },
        ...(keys.length > 0
          ? [
              {
                label: t('share.view', { n: keys.length }),
                icon: 'link' as const,
                onSelect: share,
              },
            ]
          : []),
        ...(views.length > 0
          ? [{ label: t('find.editViews'), icon: 'pencil' as const, onSelect: edit }]
          : []),
      ]}
    />
  );
}

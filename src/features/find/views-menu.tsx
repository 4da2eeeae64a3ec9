import { flushSync } from 'react-dom';

import { openDialog } from '~/address/dialogs';
import { changeView, useView } from '~/address/use-view';
import { parseView } from '~/address/view';
import { useT } from '~/i18n/use-t';
import { Menu } from '~/ui/menu';

import { addressOf, useSavedViews } from './saved-views';

/** The saved views, the present one marked, and the way to save it. */
export function ViewsMenu({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const t = useT();
  const now = addressOf(useView());
  const views = useSavedViews();
  const edit = (): void => {
    // Closed first, so that the dialog returns the focus to the button.
    flushSync(onClose);
    openDialog({ kind: 'edit-views' });
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
        { label: t('find.saveView'), icon: 'plus' as const, onSelect: edit },
        ...(views.length > 0
          ? [{ label: t('find.editViews'), icon: 'pencil' as const, onSelect: edit }]
          : []),
      ]}
    />
  );
}

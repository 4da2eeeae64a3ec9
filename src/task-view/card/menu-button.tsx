import { openDialog } from '~/address/dialogs';
import { useT } from '~/i18n/use-t';
import type { Card } from '~/task-view/use-card';
import { IconButton } from '~/ui/icon-button';

/** Opens all that can be done with a task. */
export function MenuButton({ card: { key, whole } }: { card: Card }) {
  const t = useT();
  return (
    <IconButton
      size="sm"
      icon="more"
      label={`${t('card.actions')} ${whole}`}
      aria-haspopup="menu"
      onClick={(event) => openDialog({ kind: 'menu', key, anchor: event.currentTarget })}
    />
  );
}

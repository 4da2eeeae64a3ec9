import { openDialog } from '~/address/dialogs';
import { useT } from '~/i18n/use-t';
import { IconButton } from '~/ui/icon-button';

/** Opens all that can be done with a task. */
export function MenuButton({ taskKey }: { taskKey: string }) {
  const t = useT();
  return (
    <IconButton
      size="sm"
      icon="more"
      label={t('card.actions')}
      aria-haspopup="menu"
      onClick={(event) => openDialog({ kind: 'menu', key: taskKey, anchor: event.currentTarget })}
    />
  );
}

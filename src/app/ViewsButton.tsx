import { openDialog } from '~/address/dialogs';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';

import { aheadOfInsight } from './parts';

/** Opens the saved views. Among them is Insight, which is there when it is chosen. */
export function ViewsButton() {
  const t = useT();
  return (
    <Button
      aria-haspopup="menu"
      className="gap-1 px-2.5"
      onPointerEnter={() => void aheadOfInsight()}
      onClick={(event) => {
        void aheadOfInsight();
        openDialog({ kind: 'views', anchor: event.currentTarget });
      }}
    >
      <span title={t('board.views')} className="min-w-0 truncate">
        {t('board.views')}
      </span>
      <Icon name="chevron-down" />
    </Button>
  );
}

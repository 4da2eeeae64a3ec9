import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { openDialog } from '~/address/dialogs';
import { changeView } from '~/address/use-view';
import type { View } from '~/address/view';

/** Says that no card matches the filter or the search, and offers a way out. */
export function Nothing({ view }: { view: View }) {
  const t = useT();
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-20 text-center text-ink-2">
      <p className="text-large font-semibold text-ink">{t('board.nothing.title')}</p>
      <p className="wrap-anywhere">
        {view.query.trim() === ''
          ? t(`board.nothing.${view.show}`)
          : t('board.nothing.search', { query: view.query.trim().slice(0, 80) })}
      </p>
      <div className="mt-4 flex gap-2">
        <Button variant="primary" onClick={() => changeView({ show: 'all', query: '' })}>
          {t('board.clear')}
        </Button>
        <Button icon="plus" onClick={() => openDialog({ kind: 'add', text: '' })}>
          {t('board.addTasks')}
        </Button>
      </div>
    </div>
  );
}

import { useMemo } from 'react';

import { openDialog } from '~/address/dialogs';
import { changeView, useView } from '~/address/use-view';
import type { View } from '~/address/view';
import { NO_FILTERS, withValues, type FilterName, type Filters } from '~/core/filters';
import { useArranged, useBoardIndex } from '~/engine/use-board';
import { formatList } from '~/i18n/format-list';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { filterWords } from './filter-words';
import { useNamedBy } from './use-named-by';

const EVERYTHING: Partial<View> = { show: 'all', query: '', filters: NO_FILTERS };

/** Says that no card matches, and which of the search and the filters to drop for how many. */
export function Nothing() {
  const t = useT();
  const view = useView();
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-20 text-center text-ink-2 max-sm:py-10">
      <p className="text-large font-semibold text-ink">{t('find.nothing.title')}</p>
      <p className="wrap-anywhere">
        {view.query.trim() !== ''
          ? t('find.nothing.search', { query: view.query.trim().slice(0, 80) })
          : Object.keys(view.filters).length > 0
            ? t(`find.nothing.${taught(view.filters)}`)
            : t(`find.nothing.${view.show}`)}
      </p>
      <WaysOut />
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        <Button variant="primary" onClick={() => changeView(EVERYTHING)}>
          {t('find.clear')}
        </Button>
        <Button icon="plus" onClick={() => openDialog({ kind: 'add', text: '' })}>
          {t('find.addTasks')}
        </Button>
      </div>
    </div>
  );
}

/** Filters that say by themselves why nothing fits, and what would. */
const TAUGHT = ['picked', 'kept', 'stuck', 'new'] as const;

function taught(filters: Filters): (typeof TAUGHT)[number] | 'filters' {
  const [name, ...others] = Object.keys(filters);
  return (others.length === 0 ? TAUGHT.find((one) => one === name) : undefined) ?? 'filters';
}

/** What to drop, the least first, with what is then shown. */
function WaysOut() {
  const t = useT();
  const view = useView();
  const board = useBoardIndex();
  const arranged = useArranged(view);
  const by = useNamedBy();
  const ways = useMemo(() => {
    const without = board.without(view);
    const found = (Object.keys(without) as (FilterName | 'query')[]).map((name) => ({
      name,
      n: without[name] ?? 0,
    }));
    const { all } = arranged.counts;
    return [...found, ...(view.show !== 'all' && all > 0 ? [{ name: 'show', n: all }] : [])] as {
      name: FilterName | 'query' | 'show';
      n: number;
    }[];
  }, [board, view, arranged]);
  if (ways.length === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap justify-center gap-2">
      {ways.map(({ name, n }) =>
        name === 'show' ? (
          <Button key={name} onClick={() => changeView({ show: 'all' })}>
            {t('find.inAll', { n })}
          </Button>
        ) : name === 'query' ? (
          <Button key={name} onClick={() => changeView({ query: '' })}>
            {t('find.without', { n, filter: t('find.search') })}
          </Button>
        ) : (
          <Button
            key={name}
            onClick={() => changeView({ filters: withValues(view.filters, name, []) })}
          >
            {t('find.without', {
              n,
              filter: formatList(
                (view.filters[name] ?? []).map((value) => filterWords(name, value, by, t)),
              ),
            })}
          </Button>
        ),
      )}
    </div>
  );
}

import { changeView, useView } from '~/address/use-view';
import { toggled, type FilterName } from '~/core/filters';
import { useT } from '~/i18n/use-t';
import { Icon } from '~/ui/icons';

import { splitFilters } from './insight-filter';
import { listWords } from './says/names';

/** Names a filter of the board with one of its values. */
export type NameFilter = (name: FilterName, value: string) => string;

/** Those that have no choice of their own here. */
const WITHOUT_CHOICE = ['batch', 'shot', 'reason'] as const;

/** Filters that came from the board: those that count, each to be taken off, and the names of those that do not. */
export function BoardFilters({ nameFilter }: { nameFilter: NameFilter }) {
  const t = useT();
  const { filters, query } = useView();
  const { used, unused } = splitFilters(filters);
  const on = WITHOUT_CHOICE.flatMap((name) => (used[name] ?? []).map((value) => ({ name, value })));
  const names = [
    ...(query === '' ? [] : [t('find.search')]),
    ...unused.map((name) => t(`find.${name}`)),
  ];
  if (on.length + names.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {on.map(({ name, value }) => {
        const words = nameFilter(name, value);
        return (
          <button
            key={`${name} ${value}`}
            type="button"
            aria-label={t('find.remove', { filter: words })}
            title={t('find.remove', { filter: words })}
            onClick={() => changeView({ filters: toggled(filters, name, value) })}
            className="inline-flex h-9 max-w-full flex-none cursor-pointer items-center gap-1.75 rounded-control bg-accent-soft pe-2 ps-2.5 font-medium text-accent focus-ring hover:underline max-sm:h-11"
          >
            <span className="min-w-0 truncate">{words}</span>
            <Icon name="close" className="size-3.5" />
          </button>
        );
      })}
      {names.length > 0 ? (
        <p className="text-note text-ink-3">{t('insight.unused', { filters: listWords(names) })}</p>
      ) : null}
    </div>
  );
}

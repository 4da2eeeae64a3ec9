import { openDialog } from '~/address/dialogs';
import { changeView, useView, useViewOf } from '~/address/use-view';
import { FILTER_NAMES, NO_FILTERS, toggled, withValues, type FilterName } from '~/core/filters';
import { useArranged, useChoices } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Chip } from '~/ui/chip';
import { Icon } from '~/ui/icons';
import '~/ui/late-icons';

import { filterWords, valueWords } from './filter-words';
import { kindsOf } from './kinds';
import { useKeptInBoard } from './use-kept-in-board';
import { useNamedBy } from './use-named-by';

const REASON = ['reason'] as const;

/** The filters that are on, each to be taken off; under *Needs attention*, what is wrong, by kind. */
export function FilterRow() {
  const t = useT();
  const show = useViewOf((view) => view.show);
  const filters = useViewOf((view) => view.filters);
  const by = useNamedBy();
  useKeptInBoard();
  const kinds = show === 'attention';
  const on = FILTER_NAMES.filter((name) => !(kinds && name === 'reason')).flatMap((name) =>
    (filters[name] ?? []).map((value) => ({ name, value })),
  );
  return (
    <div className="flex items-center gap-2 max-sm:strip sm:flex-wrap">
      {kinds ? <Kinds /> : null}
      {on.map(({ name, value }) => (
        <Removable
          key={`${name} ${value}`}
          name={name}
          value={value}
          words={filterWords(name, value, by, t)}
        />
      ))}
      {filters.picked ? <SendPicks /> : null}
      {on.length > 1 ? (
        <Button variant="quiet" size="sm" onClick={() => changeView({ filters: NO_FILTERS })}>
          {t('find.clearFilters')}
        </Button>
      ) : null}
    </div>
  );
}

/** Sends the shown picks on. */
function SendPicks() {
  const t = useT();
  const { keys } = useArranged(useView());
  return keys.length === 0 ? null : (
    <Button icon="share" onClick={() => openDialog({ kind: 'send', keys })}>
      {t('find.send', { n: keys.length })}
    </Button>
  );
}

function Removable({ name, value, words }: { name: FilterName; value: string; words: string }) {
  const t = useT();
  const filters = useViewOf((view) => view.filters);
  return (
    <button
      type="button"
      aria-label={t('find.remove', { filter: words })}
      title={t('find.remove', { filter: words })}
      onClick={() => changeView({ filters: toggled(filters, name, value) })}
      className="inline-flex h-9 max-w-full flex-none cursor-pointer items-center gap-1.75 rounded-control bg-accent-soft pe-2 ps-2.5 font-medium text-accent focus-ring hover:underline"
    >
      <span className="min-w-0 truncate">{words}</span>
      <Icon name="close" className="size-3.5" />
    </button>
  );
}

/** What needs attention, by kind, the most frequent first. */
function Kinds() {
  const t = useT();
  const view = useView();
  const by = useNamedBy();
  const chosen = view.filters.reason ?? [];
  const counted = useChoices(view, REASON).reason ?? new Map<string, number>();
  const kinds = kindsOf(counted, chosen, (reason) => valueWords('reason', reason, by, t));
  if (kinds.length === 0) return null;
  const all = kinds.reduce((sum, { n }) => sum + n, 0);
  return (
    <div role="group" aria-label={t('find.kinds')} className="contents">
      <span className="flex-none text-ink-2 digits">{t('find.needAttention', { n: all })}</span>
      {kinds.map(({ words, reasons, n }) => {
        const on = reasons.some((reason) => chosen.includes(reason));
        const others = chosen.filter((reason) => !reasons.includes(reason));
        const next = on ? others : [...others, ...reasons];
        return (
          <Chip
            key={words}
            on={on}
            onClick={() => changeView({ filters: withValues(view.filters, 'reason', next) })}
          >
            {t('find.kind', { n, reason: words })}
          </Chip>
        );
      })}
    </div>
  );
}

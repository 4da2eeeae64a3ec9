import { useState } from 'react';

import { changeView, useView, useViewOf } from '~/address/use-view';
import { FILTER_VALUES, NO_FILTERS, ON, toggled } from '~/core/filters';
import type { FilterName } from '~/core/filters';
import { useArranged, useChoices } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Chip } from '~/ui/chip';
import { Dialog } from '~/ui/dialog';

import { OFFERED, valueWords } from './filter-words';
import { useKeptInBoard } from './use-kept-in-board';
import { useNamedBy } from './use-named-by';

const FLAGS = OFFERED.filter((name) => FILTER_VALUES[name]?.includes(ON));
const LISTS = OFFERED.filter((name) => !FLAGS.includes(name));
/** So many values of a filter are shown at first. */
const FEW = 12;

/** All filters, with what each value would show. */
export function FilterDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const view = useView();
  useKeptInBoard();
  const { keys } = useArranged(view);
  const choices = useChoices(view, OFFERED);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('find.title')}
      closeLabel={t('ui.close')}
      footer={
        <>
          {Object.keys(view.filters).length > 0 ? (
            <Button onClick={() => changeView({ filters: NO_FILTERS })}>
              {t('find.clearFilters')}
            </Button>
          ) : null}
          <Button variant="primary" onClick={onClose}>
            {t('find.show', { n: keys.length })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 pt-1">
        <fieldset>
          <legend className="mb-1.5 text-note font-semibold text-ink-2">{t('find.only')}</legend>
          <div className="flex flex-wrap gap-2">
            {FLAGS.map((name) => (
              <Value key={name} name={name} value={ON} count={choices[name]?.get(ON) ?? 0} />
            ))}
          </div>
        </fieldset>
        {LISTS.map((name) => (
          <List key={name} name={name} counts={choices[name] ?? new Map()} all={keys.length} />
        ))}
      </div>
    </Dialog>
  );
}

/** The values of a filter: those that are chosen, then the most frequent. Nothing if there is no choice. */
function List({
  name,
  counts,
  all,
}: {
  name: FilterName;
  counts: ReadonlyMap<string, number>;
  /** How many cards are shown. */
  all: number;
}) {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const chosen = useViewOf(({ filters }) => filters)[name] ?? [];
  // Chosen when it was opened, for nothing may move under the pointer.
  const [first] = useState(chosen);
  const values = FILTER_VALUES[name] ?? [
    ...new Set([...first, ...chosen, ...[...counts].toSorted(byCount).map(([value]) => value)]),
  ];
  const [only, another] = values;
  // What all cards have is no choice.
  const isChoice = another !== undefined || chosen.length > 0 || counts.get(only ?? '') !== all;
  if (only === undefined || !isChoice) return null;
  const shown = isWhole ? values : values.slice(0, FEW);
  return (
    <fieldset>
      <legend className="mb-1.5 text-note font-semibold text-ink-2">{t(`find.${name}`)}</legend>
      <div className="flex flex-wrap gap-2">
        {shown.map((value) => (
          <Value key={value} name={name} value={value} count={counts.get(value) ?? 0} />
        ))}
        {shown.length < values.length ? (
          <Button variant="quiet" onClick={() => setWhole(true)}>
            {t('find.more', { n: values.length - shown.length })}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

function Value({ name, value, count }: { name: FilterName; value: string; count: number }) {
  const t = useT();
  const filters = useViewOf((view) => view.filters);
  const by = useNamedBy();
  return (
    <Chip
      on={filters[name]?.includes(value) ?? false}
      count={count}

      onClick={() => changeView({ filters: toggled(filters, name, value) }, { replace: true })}
    >
      {valueWords(name, value, by, t)}
    </Chip>
  );
}

function byCount([a, many]: [string, number], [b, more]: [string, number]): number {
  return more - many || a.localeCompare(b);
}

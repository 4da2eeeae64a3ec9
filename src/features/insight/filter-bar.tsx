import { changeView, useView } from '~/address/use-view';
import { withValues } from '~/core/filters';
import type { Choice, InsightChoices, InsightFilter } from '~/engine/insight/facts';
import type { Translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { Select } from '~/ui/select';

import { SPANS, type Span } from './insight-filter';
import { useOwnFilter } from './use-own-filter';

/** What the pictures show: time, service, model, and a column of pasted tables such as the client. */
export function FilterBar({ filter, choices }: { filter: InsightFilter; choices: InsightChoices }) {
  const t = useT();
  return (
    <div role="group" aria-label={t('insight.filters')} className="strip flex min-w-0 gap-2">
      <TimeSelect filter={filter} />
      <Values name="service" chosen={filter.services} choices={choices.services} />
      <Values name="model" chosen={filter.models} choices={choices.models} />
      <ColumnSelects filter={filter} columns={choices.columns} />
    </div>
  );
}

const LOOK = { inside: true, className: 'flex-none max-w-48 *:*:field-sizing-content' } as const;

function TimeSelect({ filter }: { filter: InsightFilter }) {
  const t = useT();
  const { change } = useOwnFilter();
  return (
    <Select
      {...LOOK}
      label={t('insight.time')}
      value={String(filter.days)}
      onChange={(text) => change({ days: SPANS.find((span) => String(span) === text) ?? null })}
      options={SPANS.map((span) => ({ value: String(span), label: spanWords(span, t) }))}
    />
  );
}

function spanWords(span: Span, t: Translate): string {
  if (span === null) return t('insight.always');
  return span === 1 ? t('insight.today') : t('insight.days', { n: span });
}

/** One of the board's own filters, if there is anything to choose. */
function Values({
  name,
  chosen,
  choices,
}: {
  name: 'service' | 'model';
  chosen: readonly string[];
  choices: readonly Choice[];
}) {
  const t = useT();
  const { filters } = useView();
  if (choices.length < 2 && chosen.length === 0) return null;
  return (
    <ChoiceSelect
      label={t(`find.${name}`)}
      chosen={chosen}
      choices={choices}
      words={name === 'service' ? serviceName : String}
      onChange={(values) => changeView({ filters: withValues(filters, name, values) })}
    />
  );
}

function ColumnSelects({
  filter: { column },
  columns,
}: {
  filter: InsightFilter;
  columns: InsightChoices['columns'];
}) {
  const t = useT();
  const { change } = useOwnFilter();
  const headings = [
    ...new Set([...columns.map(({ heading }) => heading), column?.heading ?? []].flat()),
  ];
  const heading = column?.heading ?? headings[0];
  if (heading === undefined) return null;
  return (
    <>
      {headings.length > 1 ? (
        <Select
          {...LOOK}
          label={t('insight.column')}
          value={heading}
          onChange={(next) => change({ column: { heading: next, values: [] } })}
          options={headings.map((value) => ({ value, label: value }))}
        />
      ) : null}
      <ChoiceSelect
        label={heading}
        chosen={column?.values ?? []}
        choices={columns.find((one) => one.heading === heading)?.values ?? []}
        words={String}
        onChange={(values) =>
          change({ column: values.length + headings.length < 2 ? null : { heading, values } })
        }
      />
    </>
  );
}

/** What stands for all, and for several that only a link can have chosen. No value of a filter is as short. */
const ALL = '';
const SEVERAL = ' ';

function ChoiceSelect({
  label,
  chosen,
  choices,
  words,
  onChange,
}: {
  label: string;
  chosen: readonly string[];
  choices: readonly Choice[];
  words: (value: string) => string;
  onChange: (values: readonly string[]) => void;
}) {
  const t = useT();
  // One that is chosen stays, so that it can be taken off, when nothing of it is left.
  const gone = chosen.filter((id) => !choices.some((choice) => choice.id === id));
  const [only, another] = chosen;
  return (
    <Select
      {...LOOK}
      label={label}
      value={another === undefined ? (only ?? ALL) : SEVERAL}
      onChange={(value) => value !== SEVERAL && onChange(value === ALL ? [] : [value])}
      options={[
        {
          value: ALL,
          label: choices.length > 1 ? t('insight.allOf', { n: choices.length }) : t('insight.all'),
        },
        ...(another === undefined
          ? []
          : [{ value: SEVERAL, label: t('insight.chosen', { n: chosen.length }) }]),
        ...choices.map(({ id, value }) => ({ value: id, label: words(value) })),
        ...gone.map((id) => ({ value: id, label: words(id) })),
      ]}
    />
  );
}

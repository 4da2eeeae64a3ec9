/** What cards can be filtered by. */
export const FILTER_NAMES = [
  'stuck',
  'picked',
  'kept',
  'new',
  'reason',
  'service',
  'model',
  'key',
  'tag',
  'batch',
  'shot',
  'column',
  'added',
  'told',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** The chosen values of each filter; a card has one of them. A filter that is off is left out. */
export type Filters = Readonly<Partial<Record<FilterName, readonly string[]>>>;

export const NO_FILTERS: Filters = {};

/** The value of a filter that is only on or off. */
export const ON = 'yes';

/** The values of a filter that has no others; null if it takes any text. */
export const FILTER_VALUES: Readonly<Record<FilterName, readonly string[] | null>> = {
  stuck: [ON],
  picked: [ON],
  kept: [ON],
  new: [ON],
  reason: null,
  service: null,
  model: null,
  key: null,
  tag: null,
  batch: null,
  shot: null,
  column: null,
  added: ['today', 'week', 'month'],
  told: ['away', 'expiring'],
};

/** The most values of one filter, and the longest one, in characters. */
const MOST = 20;
const LONGEST = 500;

/** The values as a filter may have them: known, each once, and bounded; of fixed values one at a time. */
function boundedValues(name: FilterName, values: readonly string[]): readonly string[] {
  const known = FILTER_VALUES[name];
  const fit = values.filter((value) =>
    known ? known.includes(value) : value !== '' && value.length <= LONGEST,
  );
  return [...new Set(fit)].slice(0, known ? 1 : MOST);
}

/** The filters with other values for one of them; without any, it is off. */
export function withValues(filters: Filters, name: FilterName, values: readonly string[]): Filters {
  const { [name]: _, ...others } = filters;
  const bounded = boundedValues(name, values);
  return bounded.length === 0 ? others : { ...others, [name]: bounded };
}

/** The filters with this value added, or without it. */
export function toggled(filters: Filters, name: FilterName, value: string): Filters {
  const before = filters[name] ?? [];
  if (before.includes(value))
    return withValues(
      filters,
      name,
      before.filter((one) => one !== value),
    );
  return withValues(filters, name, FILTER_VALUES[name] ? [value] : [...before, value]);
}

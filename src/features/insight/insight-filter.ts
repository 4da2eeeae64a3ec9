import type { Screen } from '~/address/screens';
import { FAILURE_REASONS } from '~/core/failure';
import { FILTER_NAMES, withValues, type FilterName, type Filters } from '~/core/filters';
import type { FailureReason, InsightFilter } from '~/engine/insight/facts';

/** The spans of time to choose from, in days of the calendar up to today; null is everything. */
export const SPANS = [1, 7, 14, 30, 90, null] as const;
export type Span = (typeof SPANS)[number];

/** What is shown if the address does not say. */
const USUAL: Span = 14;
/** How everything is written in the address. */
export const ALWAYS = 'all';
/** So many values, and characters in one: what nobody could have chosen is left out. */
const MOST = 20;
const LONGEST = 500;

/** The filters of the board that say something of tasks that ended; the others are about cards. */
const USED = ['service', 'model', 'batch', 'shot', 'reason'] as const satisfies FilterName[];

/** What the pictures show by the address. Total: what is unknown becomes the usual, or is left out. */
export function filterOf(
  { days, column, values }: Omit<Screen<'insight'>, 'kind'>,
  filters: Filters,
): InsightFilter {
  const known = values.filter((value) => value !== '' && value.length <= LONGEST);
  const { service, model, batch, shot, reason } = splitFilters(filters).used;
  return {
    days: spanIn(days),
    services: service ?? [],
    models: model ?? [],
    batches: batch ?? [],
    shots: shot ?? [],
    reasons: (reason ?? []).filter(isFailure),
    column:
      column === null || column === '' || column.length > LONGEST
        ? null
        : { heading: column, values: [...new Set(known)].slice(0, MOST) },
  };
}

/** How a span is written in the address; null for the usual one. */
export function daysText(span: Span): string | null {
  return span === USUAL ? null : String(span ?? ALWAYS);
}

/** The filters of the board that count here, and the names of those that do not. */
export function splitFilters(filters: Filters): { used: Filters; unused: readonly FilterName[] } {
  const used = USED.reduce<Filters>((some, name) => {
    const values = filters[name] ?? [];
    return withValues(some, name, name === 'reason' ? values.filter(isFailure) : values);
  }, {});
  return { used, unused: FILTER_NAMES.filter((name) => filters[name] && !used[name]) };
}

function spanIn(text: string | null): Span {
  if (text === ALWAYS) return null;
  return SPANS.find((span) => span !== null && String(span) === text) ?? USUAL;
}

function isFailure(reason: string): reason is FailureReason {
  const reasons: readonly string[] = Object.values(FAILURE_REASONS);
  return reasons.includes(reason);
}

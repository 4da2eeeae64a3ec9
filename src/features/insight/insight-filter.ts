import { columnCellIn, columnValue } from '~/core/column-filter';
import { FAILURE_REASONS } from '~/core/failure';
import { FILTER_NAMES, withValues, type FilterName, type Filters } from '~/core/filters';
import type { FailureReason, InsightFilter } from '~/engine/insight/facts';

/** The spans of time to choose from, in days of the calendar up to today; null is everything. */
export const SPANS = [1, 7, 14, 30, 90, null] as const;
export type Span = (typeof SPANS)[number];

/** What is shown if the address does not say. */
export const USUAL_SPAN: Span = 14;
/** How everything is written in the address. */
const ALWAYS = 'all';
/** So many values, and characters in one: what nobody could have chosen is left out. */
const MOST = 20;
const LONGEST = 500;

/** The filters of the board that say something of tasks that ended; the others are about cards. */
const USED = [
  'service',
  'model',
  'batch',
  'shot',
  'reason',
  'column',
] as const satisfies FilterName[];

/** What is chosen on this screen besides services and models. */
export type OwnFilter = Pick<InsightFilter, 'column'> & { days: Span };

/** The part of an address that says it. */
interface Address {
  parts: readonly string[];
  filters: Filters;
}

/**
 * Reads the days, and the values of a column, which are a filter of the board. Without values the path names the column
 * to choose them from: `30/Client`. Total: what is unknown becomes the usual.
 */
export function readOwn({ parts, filters }: Address): OwnFilter {
  const [days = '', heading = '', ...values] = parts.map(decoded);
  return { days: spanIn(days), column: chosenIn(filters) ?? columnIn(heading, values) };
}

/** Those of one column. */
function chosenIn({ column = [] }: Filters): OwnFilter['column'] {
  const cells = column.flatMap((value) => columnCellIn(value) ?? []);
  const [first] = cells;
  if (!first) return null;
  const own = cells.filter(({ heading }) => heading === first.heading);
  return { heading: first.heading, values: own.map(({ id }) => id) };
}

/** Until the board had this filter, the values stood in the path, too: `30/Client/lumen/atlas`. */
function columnIn(heading: string, values: readonly string[]): OwnFilter['column'] {
  if (!isSound(heading)) return null;
  return { heading, values: [...new Set(values)].filter(isSound).slice(0, MOST) };
}

/** Reads back by `readOwn`; what is usual is left out. @param filters the board's, of which the others stay */
export function writeOwn({ days, column }: OwnFilter, filters: Filters): Address {
  const { heading = '', values = [] } = column ?? {};
  const cells = values.map((id) => columnValue({ heading, id }));
  const span = String(days ?? ALWAYS);
  const named = column !== null && values.length === 0 ? [span, encoded(heading)] : [span];
  return {
    parts: days === USUAL_SPAN && named.length === 1 ? [] : named,
    filters: withValues(filters, 'column', cells),
  };
}

/** What the pictures show by the address. */
export function filterOf(address: Address): InsightFilter {
  const { service, model, batch, shot, reason } = splitFilters(address.filters).used;
  return {
    ...readOwn(address),
    services: service ?? [],
    models: model ?? [],
    batches: batch ?? [],
    shots: shot ?? [],
    reasons: (reason ?? []).filter(isFailure),
  };
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
  return SPANS.find((span) => span !== null && String(span) === text) ?? USUAL_SPAN;
}

function isSound(text: string): boolean {
  return text !== '' && text.length <= LONGEST;
}

/** Empty if it is none that this page has written. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** `encodeURIComponent` throws on a lone surrogate. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}

function isFailure(reason: string): reason is FailureReason {
  const reasons: readonly string[] = Object.values(FAILURE_REASONS);
  return reasons.includes(reason);
}

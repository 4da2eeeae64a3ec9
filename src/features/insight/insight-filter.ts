import { FAILURE_REASONS } from '~/core/failure';
import { FILTER_NAMES, withValues, type FilterName, type Filters } from '~/core/filters';
import type { FailureReason, InsightFilter } from '~/engine/insight/facts';

/** The spans of time to choose from, in days of the calendar up to today; null is everything. */
export const SPANS = [1, 7, 14, 30, 90, null] as const;
export type Span = (typeof SPANS)[number];

/** What is shown if the address does not say. */
const USUAL: Span = 14;
/** How everything is written in the address. */
const ALWAYS = 'all';
/** So many values, and characters in one: what nobody could have chosen is left out. */
const MOST = 20;
const LONGEST = 500;

/** The filters of the board that say something of tasks that ended; the others are about cards. */
const USED = ['service', 'model', 'batch', 'shot', 'reason'] as const satisfies FilterName[];

/** What only this screen filters by. */
export type OwnFilter = Pick<InsightFilter, 'column'> & { days: Span };

/** Reads `30/Client/lumen/atlas`: days, a column, and values of it. Total: what is unknown becomes the usual. */
export function readOwn(parts: readonly string[]): OwnFilter {
  const [days = '', heading = '', ...values] = parts.map(decoded);
  const known = [...new Set(values)].filter(isSound).slice(0, MOST);
  return { days: spanIn(days), column: isSound(heading) ? { heading, values: known } : null };
}

/** Reads back by `readOwn`; what is usual is left out. */
export function writeOwn({ days, column }: OwnFilter): readonly string[] {
  const span = String(days ?? ALWAYS);
  if (column === null) return days === USUAL ? [] : [span];
  return [span, column.heading, ...column.values].map(encoded);
}

/** What the pictures show by the address. */
export function filterOf(parts: readonly string[], filters: Filters): InsightFilter {
  const { service, model, batch, shot, reason } = splitFilters(filters).used;
  return {
    ...readOwn(parts),
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
  return SPANS.find((span) => span !== null && String(span) === text) ?? USUAL;
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

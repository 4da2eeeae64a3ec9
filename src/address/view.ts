import { DENSITIES, type Density } from '~/core/density';
import { FILTER_NAMES, NO_FILTERS, withValues, type Filters } from '~/core/filters';
import { SHOWS, sortIn, type Show, type Sort } from '~/core/standing';

import { BOARD, formatScreen, parseScreen, type Screen } from './screens';

/** Everything about the page that a link can carry. */
export interface View {
  show: Show;
  sort: Sort;
  query: string;
  /** Null if the address leaves that to the person's last choice. */
  density: Density | null;
  /** The same. */
  group: string | null;
  /** The groups that are folded: see `marksIn`. */
  folded: string;
  filters: Filters;
  screen: Screen;
}

export const DEFAULT_VIEW: View = {
  show: 'all',
  sort: 'newest',
  query: '',
  density: null,
  group: null,
  folded: '',
  filters: NO_FILTERS,
  screen: BOARD,
};

/**
 * Reads `#/?show=ready&sort=soonest&q=…&density=table&group=shot&picked=yes&tag=…`, `#/task/<base>/<id>?…`,
 * `#/compare/<base>/<id>/<base>/<id>…?mode=wipe&at=3.8` and `#/insight/30?column=Client/lumen`.
 * Total: anything unknown becomes the default.
 */
export function parseView(hash: string): View {
  const text = hash.replace(/^#/, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  const params = new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1));
  return {
    show: SHOWS.find((show) => show === params.get('show')) ?? DEFAULT_VIEW.show,
    sort: sortIn(params.get('sort')) ?? DEFAULT_VIEW.sort,
    query: params.get('q') ?? '',
    density: DENSITIES.find((density) => density === params.get('density')) ?? null,
    group: params.get('group'),
    folded: params.get('folded') ?? '',
    filters: parseFilters(params),
    screen: parseScreen(path, params),
  };
}

/** The address of a view: `parseView(formatView(view))` gives the same view. */
export function formatView(view: View): string {
  const { show, sort, query, density, group, folded, filters, screen } = view;
  const params = new URLSearchParams();
  if (show !== DEFAULT_VIEW.show) params.set('show', show);
  if (sort !== DEFAULT_VIEW.sort) params.set('sort', sort);
  if (query !== '') params.set('q', query);
  if (density !== null) params.set('density', density);
  if (group !== null) params.set('group', group);
  if (folded !== '') params.set('folded', folded);
  for (const name of FILTER_NAMES) {
    for (const value of filters[name] ?? []) params.append(name, value);
  }
  const path = formatScreen(screen, params);
  return `#${path}${params.size > 0 ? `?${params.toString()}` : ''}`;
}

/** The view, with its parts from the one before wherever they say the same. */
export function keepAlike(before: View, view: View): View {
  return {
    ...view,
    filters: isAlike(before.filters, view.filters) ? before.filters : view.filters,
    screen: isAlike(before.screen, view.screen) ? before.screen : view.screen,
  };
}

/** Both were made in the same order, of texts and numbers. */
function isAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function parseFilters(params: URLSearchParams): Filters {
  return FILTER_NAMES.reduce(
    (filters, name) => withValues(filters, name, params.getAll(name)),
    NO_FILTERS,
  );
}

import { SHOWS, SORTS, type Show, type Sort } from '~/core/standing';

import { BOARD, formatScreen, parseScreen, type Screen } from './screens';

/** Everything about the page that a link can carry. */
export interface View {
  show: Show;
  sort: Sort;
  query: string;
  /** Null if the address leaves that to the person's last choice. */
  group: string | null;
  /** Marks of the groups that are folded. */
  folded: string;
  screen: Screen;
}

export const DEFAULT_VIEW: View = {
  show: 'all',
  sort: 'newest',
  query: '',
  group: null,
  folded: '',
  screen: BOARD,
};

/** Of a longer text about groups the rest is not read, in characters. */
const MAX_LENGTH = 900;

/**
 * Reads `#/?show=ready&sort=soonest&q=…&group=shot`, `#/task/<base>/<id>?…` and
 * `#/compare/<base>/<id>/<base>/<id>…?mode=wipe&at=3.8`.
 * Total: anything unknown becomes the default.
 */
export function parseView(hash: string): View {
  const text = hash.replace(/^#/, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  const params = new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1));
  return {
    show: SHOWS.find((show) => show === params.get('show')) ?? DEFAULT_VIEW.show,
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? DEFAULT_VIEW.sort,
    query: params.get('q') ?? '',
    group: params.get('group')?.slice(0, MAX_LENGTH) ?? null,
    folded: params.get('folded')?.slice(0, MAX_LENGTH) ?? '',
    screen: parseScreen(path, params),
  };
}

/** The address of a view: `parseView(formatView(view))` gives the same view. */
export function formatView({ show, sort, query, group, folded, screen }: View): string {
  const params = new URLSearchParams();
  if (show !== DEFAULT_VIEW.show) params.set('show', show);
  if (sort !== DEFAULT_VIEW.sort) params.set('sort', sort);
  if (query !== '') params.set('q', query);
  if (group !== null) params.set('group', group);
  if (folded !== '') params.set('folded', folded);
  const path = formatScreen(screen, params);
  return `#${path}${params.size > 0 ? `?${params.toString()}` : ''}`;
}

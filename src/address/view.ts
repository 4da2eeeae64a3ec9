import type { TaskRef } from '~/core/answer';

/** What the board shows; the filter's four choices. */
export const SHOWS = ['all', 'running', 'ready', 'attention'] as const;
export type Show = (typeof SHOWS)[number];

export const SORTS = ['newest', 'oldest', 'soonest', 'state'] as const;
export type Sort = (typeof SORTS)[number];

/** All of the screen that a link can carry. */
export interface View {
  show: Show;
  sort: Sort;
  query: string;
  /** The task whose large view is open. */
  task: TaskRef | null;
}

export const DEFAULT_VIEW: View = { show: 'all', sort: 'newest', query: '', task: null };

/** Reads `#/?show=ready&sort=soonest&q=…` and `#/task/<base>/<id>?…`. Total: what it does not know is the default. */
export function parseView(hash: string): View {
  const text = hash.replace(/^#/, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  const params = new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1));
  return {
    show: oneOf(SHOWS, params.get('show')) ?? DEFAULT_VIEW.show,
    sort: oneOf(SORTS, params.get('sort')) ?? DEFAULT_VIEW.sort,
    query: params.get('q') ?? '',
    task: parseTask(path),
  };
}

/** The address of a view: `parseView(formatView(view))` is the view again. */
export function formatView({ show, sort, query, task }: View): string {
  const params = new URLSearchParams();
  if (show !== DEFAULT_VIEW.show) params.set('show', show);
  if (sort !== DEFAULT_VIEW.sort) params.set('sort', sort);
  if (query !== '') params.set('q', query);
  const path = task ? `/task/${encode(task.base)}/${encode(task.taskId)}` : '/';
  return `#${path}${params.size > 0 ? `?${params.toString()}` : ''}`;
}

function parseTask(path: string): TaskRef | null {
  const [, base, taskId] = /^\/task\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (base === undefined || taskId === undefined) return null;
  try {
    return { base: decodeURIComponent(base), taskId: decodeURIComponent(taskId) };
  } catch {
    return null;
  }
}

/** `encodeURIComponent` throws on half a surrogate pair. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}

function oneOf<T extends string>(choices: readonly T[], value: string | null): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

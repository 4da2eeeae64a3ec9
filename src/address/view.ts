import type { TaskRef } from '~/core/answer';
import { SHOWS, SORTS, type Show, type Sort } from '~/core/standing';

/** Everything about the screen that a link can carry. */
export interface View {
  show: Show;
  sort: Sort;
  query: string;
  /** The task whose details are open. */
  task: TaskRef | null;
  /** The compared videos; while there is a comparison, nothing else is shown. */
  compare: Comparison | null;
}

export const COMPARE_MODES = ['side', 'wipe'] as const;
/** The most videos that can be compared. */
export const MAX_COMPARED = 4;

/** A whole comparison, the same for everybody who has the same tasks. */
export interface Comparison {
  /** One to `MAX_COMPARED`, without duplicates. */
  videos: readonly TaskRef[];
  mode: (typeof COMPARE_MODES)[number];
  /** Seconds from the start. */
  at: number;
  /** Normal speed is 1. */
  speed: number;
  /** Which video is audible, from 1; 0 for none. */
  sound: number;
  /** How much of the first video a wipe shows, in percent. */
  wipe: number;
}

export const DEFAULT_COMPARISON: Comparison = {
  videos: [],
  mode: 'side',
  at: 0,
  speed: 1,
  sound: 1,
  wipe: 50,
};

export const DEFAULT_VIEW: View = {
  show: 'all',
  sort: 'newest',
  query: '',
  task: null,
  compare: null,
};

/**
 * Reads `#/?show=ready&sort=soonest&q=…`, `#/task/<base>/<id>?…` and
 * `#/compare/<base>/<id>/<base>/<id>…?mode=wipe&at=3.8`.
 * Total: anything unknown becomes the default.
 */
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
    compare: parseComparison(path, params),
  };
}

/** The address of a view: `parseView(formatView(view))` gives the same view. */
export function formatView({ show, sort, query, task, compare }: View): string {
  const params = new URLSearchParams();
  if (show !== DEFAULT_VIEW.show) params.set('show', show);
  if (sort !== DEFAULT_VIEW.sort) params.set('sort', sort);
  if (query !== '') params.set('q', query);
  if (compare) {
    for (const name of ['mode', 'at', 'speed', 'sound', 'wipe'] as const) {
      if (compare[name] !== DEFAULT_COMPARISON[name]) params.set(name, String(compare[name]));
    }
  }
  const path = compare
    ? `/compare/${compare.videos.map(formatRef).join('/')}`
    : task
      ? `/task/${formatRef(task)}`
      : '/';
  return `#${path}${params.size > 0 ? `?${params.toString()}` : ''}`;
}

function formatRef({ base, taskId }: TaskRef): string {
  return `${encode(base)}/${encode(taskId)}`;
}

function parseComparison(path: string, params: URLSearchParams): Comparison | null {
  const [, rest] = /^\/compare\/(.+)$/.exec(path) ?? [];
  const parts = rest?.split('/') ?? [];
  const videos: TaskRef[] = [];
  for (let at = 0; at + 1 < parts.length && videos.length < MAX_COMPARED; at += 2) {
    const ref = decodeRef(parts[at], parts[at + 1]);
    const known = ref && videos.some((one) => one.base === ref.base && one.taskId === ref.taskId);
    if (ref && !known) videos.push(ref);
  }
  if (videos.length === 0) return null;
  return {
    videos,
    mode: oneOf(COMPARE_MODES, params.get('mode')) ?? DEFAULT_COMPARISON.mode,
    at: numberIn(params.get('at'), 0, 86_400) ?? DEFAULT_COMPARISON.at,
    speed: numberIn(params.get('speed'), 0.1, 4) ?? DEFAULT_COMPARISON.speed,
    sound: Math.round(numberIn(params.get('sound'), 0, MAX_COMPARED) ?? DEFAULT_COMPARISON.sound),
    wipe: numberIn(params.get('wipe'), 0, 100) ?? DEFAULT_COMPARISON.wipe,
  };
}

/** A number within limits, rounded to hundredths; null if it is not a number. */
function numberIn(text: string | null, min: number, max: number): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return value >= min && value <= max ? Math.round(value * 100) / 100 : null;
}

function parseTask(path: string): TaskRef | null {
  const [, base, taskId] = /^\/task\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  return decodeRef(base, taskId);
}

function decodeRef(base: string | undefined, taskId: string | undefined): TaskRef | null {
  if (!base || !taskId) return null;
  try {
    return { base: decodeURIComponent(base), taskId: decodeURIComponent(taskId) };
  } catch {
    return null;
  }
}

/** `encodeURIComponent` throws on a lone surrogate. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}

function oneOf<T extends string>(choices: readonly T[], value: string | null): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

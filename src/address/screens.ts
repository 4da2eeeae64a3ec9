import type { TaskRef } from '~/core/answer';

import { formatComparison, parseComparison, type Comparison } from './comparison';
import { formatRef, parseRef } from './task-ref';

/** The page's screens, and what each of them shows. A new one starts here: the compiler then names all it needs. */
interface Screens {
  board: object;
  /** One task's details. */
  task: { task: TaskRef };
  compare: { comparison: Comparison };
  /** Answers: to a question, to what a person has met, or, if it is empty, to all questions. */
  help: { about: string };
  /** Pictures of tasks that ended. Its own filters stand as they are in the address: only the screen reads them. */
  insight: { parts: readonly string[] };
}

export type ScreenKind = keyof Screens;

/** The screen that is open, or one of some kinds. */
export type Screen<K extends ScreenKind = ScreenKind> = {
  [P in K]: { kind: P } & Screens[P];
}[K];

export const BOARD: Screen<'board'> = { kind: 'board' };

/** `#/<kind>/<parts>?<params>` */
interface ScreenPath<K extends ScreenKind> {
  format: (screen: Screen<K>, params: URLSearchParams) => string;
  /** Null if they name nothing. */
  parse: (parts: readonly string[], params: URLSearchParams) => Screen<K> | null;
}

const PATHS: { [K in ScreenKind]: ScreenPath<K> } = {
  board: { format: () => '/', parse: () => BOARD },
  task: {
    format: ({ task }) => `/task/${formatRef(task)}`,
    parse([base, taskId, ...more]) {
      const task = more.length === 0 ? parseRef(base, taskId) : null;
      return task && { kind: 'task', task };
    },
  },
  compare: {
    format: ({ comparison }, params) => `/compare/${formatComparison(comparison, params)}`,
    parse(parts, params) {
      const comparison = parseComparison(parts, params);
      return comparison && { kind: 'compare', comparison };
    },
  },
  help: {
    format: ({ about }) => `/help/${about}`,
    parse: ([about = '']) => ({ kind: 'help', about }),
  },
  insight: {
    format: ({ parts }) => ['/insight', ...parts].join('/'),
    parse: (parts) => ({ kind: 'insight', parts }),
  },
};

/** Total: what names no screen is the board. */
export function parseScreen(path: string, params: URLSearchParams): Screen {
  const [, kind = '', ...parts] = path.split('/');
  const found = isKind(kind) ? PATHS[kind].parse(parts, params) : null;
  return found ?? BOARD;
}

/** The screen's path; what it has to say besides goes into `params`. */
export function formatScreen<K extends ScreenKind>(
  screen: Screen<K>,
  params: URLSearchParams,
): string {
  return PATHS[screen.kind].format(screen, params);
}

function isKind(text: string): text is ScreenKind {
  return Object.hasOwn(PATHS, text);
}

import type { Past } from './past/past';
import type { EndedTask } from './ended-task';

/** All ended tasks that this browser has seen. */
export interface Seen extends Past {
  /** The marks of those that are on the board. */
  onBoard: ReadonlySet<number>;
}

/** The board's ended tasks and those of the past, each once: of those that are on the board, the board knows more. */
export function seenOf(board: readonly EndedTask[], past: Past): Seen {
  const onBoard = new Set(board.map(({ mark }) => mark));
  const marks = new Set(onBoard);
  const tasks = [...board];
  for (const task of past.tasks) {
    // Kept in one time zone and again in another, it stands in two months.
    if (marks.has(task.mark)) continue;
    marks.add(task.mark);
    tasks.push(task);
  }
  return { ...past, tasks, onBoard };
}

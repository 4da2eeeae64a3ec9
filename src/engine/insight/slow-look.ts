import type { EndedTask } from './ended-task';
import type { Past } from './past/past';
import { seenOf } from './seen';
import { slowerFrom, slowerModels } from './slower-models';

/**
 * Looks which models are slower than usual today, by the board's tasks and by those whose cards were removed. These are
 * read once, and anew after cards have gone: at the next look, too, for what is known of a card is kept a moment after it.
 */
export function createSlowLook(
  ended: () => readonly EndedTask[],
  readPast: (from: number) => Promise<Past>,
): (now: number) => Promise<readonly string[]> {
  let past: Past | null = null;
  let before: readonly EndedTask[] = [];
  let hadGone = false;
  return async (now) => {
    const board = ended();
    const hasGone = isAnyGone(before, board);
    before = board;
    if (past === null || hasGone || hadGone) past = await readPast(slowerFrom(now));
    hadGone = hasGone;
    return slowerModels(seenOf(board, past), now);
  };
}

function isAnyGone(before: readonly EndedTask[], board: readonly EndedTask[]): boolean {
  if (before === board) return false;
  const marks = new Set(board.map(({ mark }) => mark));
  return before.some(({ mark }) => !marks.has(mark));
}

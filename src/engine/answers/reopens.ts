import { isTerminal, type Task } from '~/core/task';

/**
 * Whether the later answer would reopen a finished task. A video that was there stays, and an explicit end outlasts a
 * word that says nothing (the service forgot), but a service may retry a failed task.
 */
export function reopens(before: Task | null, later: Task | null): boolean {
  if (!before || !isTerminal(before.state) || !later || isTerminal(later.state)) return false;
  return before.state === 'completed' || later.state === 'unknown';
}

import { byColumn, type GroupBy } from './group-by';
import type { TrackedTask } from './tracked';

type Tasks = ReadonlyMap<string, TrackedTask>;

/** What these tasks can be grouped by: what some of them have. Read once for each board. */
export function groupingsOf(tasks: Tasks): readonly GroupBy[] {
  const known = read.get(tasks);
  if (known) return known;
  const found = new Set<GroupBy>();
  const columns = new Set<GroupBy>();
  for (const task of tasks.values()) {
    if (task.batch) found.add('batch');
    if (task.shot) found.add('shot');
    for (const heading in task.columns) columns.add(byColumn(heading));
  }
  const groupings: readonly GroupBy[] = [
    'none',
    ...(['batch', 'shot'] as const).filter((field) => found.has(field)),
    ...[...columns].slice(0, MOST_COLUMNS),
    'service',
    'model',
    'day',
    'reason',
  ];
  read.set(tasks, groupings);
  return groupings;
}

const read = new WeakMap<Tasks, readonly GroupBy[]>();
/** Of more, nobody finds the one they look for. */
const MOST_COLUMNS = 50;

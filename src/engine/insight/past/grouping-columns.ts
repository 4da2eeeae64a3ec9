import type { TrackedTask } from '~/core/tracked';
import type { EndedTask } from '~/engine/insight/ended-task';

/** A column has at most so many values, or a third as many as tasks; and of columns the most used count. */
const FEW_VALUES = 20;
const PER_TASKS = 3;
const MOST_COLUMNS = 4;

/**
 * The tasks with those of their cells that group tasks, such as the client: what says something else of each, such as a
 * number or a prompt, would take more room than all the rest. @param all the tasks by which that is judged
 */
export function onlyGrouping(
  ended: readonly EndedTask[],
  all: readonly Pick<TrackedTask, 'columns'>[],
): EndedTask[] {
  const headings = groupingHeadings(all);
  return ended.map((task) => ({
    ...task,
    columns: Object.fromEntries(
      Object.entries(task.columns).filter(([heading]) => headings.has(heading)),
    ),
  }));
}

function groupingHeadings(all: readonly Pick<TrackedTask, 'columns'>[]): ReadonlySet<string> {
  const cells = new Map<string, { count: number; values: Set<string> }>();
  for (const { columns } of all) {
    for (const [heading, cell] of Object.entries(columns)) {
      const known = cells.get(heading) ?? { count: 0, values: new Set() };
      cells.set(heading, known);
      known.count += 1;
      known.values.add(cell);
    }
  }
  const grouping = [...cells].filter(
    ([, { count, values }]) => values.size <= Math.max(FEW_VALUES, count / PER_TASKS),
  );
  const used = grouping.toSorted(([, a], [, b]) => b.count - a.count).slice(0, MOST_COLUMNS);
  return new Set(used.map(([heading]) => heading));
}

import type { Columns } from '~/core/tracked';
import { groupOfCell } from '~/engine/answers/group-of';

import type { Choice, InsightChoices } from './facts';

/** A column of more values groups nothing that anybody would choose from a list. */
const MOST_VALUES = 200;
/** So many columns are offered, the most used first. */
const MOST_COLUMNS = 20;

/** Counts what the filters offer. */
interface ChoiceCounts {
  countService(base: string, count: number): void;
  /** A task of which no model is known is found by no filter. */
  countModel(model: string | null, count: number): void;
  countColumns(columns: Columns): void;
  all(): InsightChoices;
}

export function createChoices(): ChoiceCounts {
  const services = new Map<string, Choice>();
  const models = new Map<string, Choice>();
  // Tasks of the past share their cells: each is taken apart once.
  const cells = new Map<Columns, number>();
  return {
    countService: (base, count) => add(services, base, base, count),
    countModel(model, count) {
      if (model !== null) add(models, model, model, count);
    },
    countColumns: (columns) => void cells.set(columns, (cells.get(columns) ?? 0) + 1),
    all: () => ({
      services: ordered(services),
      models: ordered(models),
      columns: columnsOf(cells),
    }),
  };
}

function columnsOf(cells: ReadonlyMap<Columns, number>): InsightChoices['columns'] {
  const columns = new Map<string, Map<string, Choice>>();
  for (const [own, count] of cells) {
    for (const heading of Object.keys(own)) {
      const group = groupOfCell(own[heading]);
      if (group === null) continue;
      const values = columns.get(heading) ?? new Map<string, Choice>();
      columns.set(heading, values);
      add(values, group.id, group.value, count);
    }
  }
  return [...columns]
    .filter(([, values]) => isGrouping(values))
    .map(([heading, values]) => ({ heading, values: ordered(values) }))
    .toSorted((a, b) => sum(b.values) - sum(a.values))
    .slice(0, MOST_COLUMNS);
}

/** Whether the tasks share values: a number of its own for each says nothing of many. */
function isGrouping(values: ReadonlyMap<string, Choice>): boolean {
  const tasks = sum([...values.values()]);
  return values.size <= MOST_VALUES && (values.size <= 3 || values.size * 2 <= tasks);
}

function sum(values: readonly Choice[]): number {
  return values.reduce((all, { count }) => all + count, 0);
}

function add(into: Map<string, Choice>, id: string, value: string, count: number): void {
  const known = into.get(id);
  if (known) known.count += count;
  else into.set(id, { id, value, count });
}

function ordered(choices: ReadonlyMap<string, Choice>): readonly Choice[] {
  return [...choices.values()].toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

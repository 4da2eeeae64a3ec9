import { headingOf } from '~/core/group-by';
import { groupingsOf } from '~/core/groupings';
import { OWN_COLUMNS, type ColumnId } from '~/core/table-columns';
import type { TrackedTask } from '~/core/tracked';

/** What the person chose for the table; what is left out is as it is at first. */
export interface TableChoices {
  shown: Readonly<Partial<Record<ColumnId, boolean>>>;
  /** In px at the usual font size. */
  widths: Readonly<Partial<Record<ColumnId, number>>>;
}

/** So many pasted columns are shown at first: more would be all that is seen. */
const FIRST_PASTED = 4;
const FIRST_OWN: ReadonlySet<ColumnId> = new Set(['status', 'model', 'took', 'note', 'picked']);
const WRITTEN: ReadonlySet<ColumnId> = new Set(['shot', 'batch']);

/** The columns that these tasks have, besides their names: those that came with a paste, and the page's own. */
export function columnsOf(tasks: ReadonlyMap<string, TrackedTask>): {
  pasted: readonly ColumnId[];
  own: readonly ColumnId[];
} {
  const found = groupingsOf(tasks);
  const columns = found.filter((by) => headingOf(by) !== null) as ColumnId[];
  const pasted: readonly ColumnId[] = ['shot', ...columns, 'batch'];
  return {
    pasted: pasted.filter((one) => (found as readonly string[]).includes(one)),
    own: OWN_COLUMNS.filter((one) => !WRITTEN.has(one)),
  };
}

/** The columns to draw, from left to right; the first is the task's name, which sticks. */
export function shownColumns(
  tasks: ReadonlyMap<string, TrackedTask>,
  { shown }: Pick<TableChoices, 'shown'>,
): readonly ColumnId[] {
  const { pasted, own } = columnsOf(tasks);
  const first = new Set<ColumnId>(pasted.filter((one) => one !== 'batch').slice(0, FIRST_PASTED));
  const isShown = (one: ColumnId): boolean => shown[one] ?? (first.has(one) || FIRST_OWN.has(one));
  return ['name', ...pasted.filter(isShown), ...own.filter(isShown)];
}

const NARROWEST = 64;
const WIDEST = 800;

/** How wide a column is, in px at the usual font size. */
export function widthOf(column: ColumnId, { widths }: Pick<TableChoices, 'widths'>): number {
  return boundedWidth(widths[column] ?? USUAL[column as keyof typeof USUAL] ?? USUAL.pasted);
}

export function boundedWidth(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

const USUAL = {
  name: 200,
  shot: 150,
  batch: 150,
  status: 190,
  model: 110,
  took: 104,
  note: 160,
  picked: 84,
  prompt: 320,
  tags: 160,
  service: 160,
  added: 140,
  id: 190,
  pasted: 116,
} as const satisfies Record<Exclude<ColumnId, `column:${string}`> | 'pasted', number>;

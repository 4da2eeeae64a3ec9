import * as v from 'valibot';

import { cleanText } from '~/core/clean-text';
import { LONGEST_UNIT } from '~/core/cost';
import { FAILURE_KINDS } from '~/core/failure';
import { isBoundedColumns, type Columns } from '~/core/tracked';
import { normaliseBase } from '~/engine/gateway/address';
import { maskKeys } from '~/engine/gateway/clean-message';

import type { EndedTask } from '~/engine/insight/ended-task';

/** What many tasks have in common: of each there is one in a month, and the tasks name it by its place. */
interface Kind extends Pick<
  EndedTask,
  'end' | 'reason' | 'isDated' | 'base' | 'model' | 'seconds'
> {
  /** Of what they cost; left out where that is not said. */
  unit?: string | null | undefined;
}

export const NO_CELLS: Columns = {};

/** The longest texts, in characters. A longer cell says something else of each task. */
const LONGEST = { base: 2000, model: 100, batch: 500, cell: 60 } as const;

/** What is read may come from anybody's file, and says the same again and again. */
function eachOnce<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = read(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, made);
    return made;
  };
}

const MOST_KNOWN = 2000;

const masked = eachOnce(maskKeys);
const isBase = eachOnce((base: string) => normaliseBase(base) === base && maskKeys(base) === base);

const text = (most: number) =>
  v.nullable(
    v.pipe(
      v.string(),
      v.transform((said) => cleanText(masked(said.slice(0, most * 2)), most)),
    ),
  );

/** The address of a service, as it is written here. */
export const baseSchema = v.pipe(v.string(), v.maxLength(LONGEST.base), v.check(isBase));
export const modelSchema = text(LONGEST.model);
export const unitSchema = text(LONGEST_UNIT);
export const batchSchema = text(LONGEST.batch);

export const kindSchema: v.GenericSchema<unknown, Kind> = v.object({
  end: v.picklist(['ready', 'failed', 'cancelled']),
  reason: v.nullable(v.picklist(FAILURE_KINDS)),
  isDated: v.boolean(),
  base: baseSchema,
  model: modelSchema,
  seconds: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
  unit: v.optional(unitSchema),
});

export function kindOf({ end, reason, isDated, base, model, seconds, cost }: EndedTask): Kind {
  return { end, reason, isDated, base, model, seconds, unit: cost?.unit };
}

export const cellsSchema: v.GenericSchema<unknown, Columns> = v.pipe(
  v.unknown(),
  v.transform((said) => (isBoundedColumns(said) ? maskedCells(said) : NO_CELLS)),
);

/** Cells as they are kept: short, and without what looks like a key. */
export function maskedCells(columns: Columns): Columns {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([, cell]) => cell.length <= LONGEST.cell)
      .map(([heading, cell]) => [masked(heading), masked(cell)]),
  );
}

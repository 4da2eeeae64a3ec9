import * as v from 'valibot';

import { cleanText } from '~/core/clean-text';
import { withSaidAt } from '~/core/said-at';
import {
  boundedColumns,
  boundedNote,
  boundedTags,
  PASTED_LIMITS,
  type Batch,
} from '~/core/tracked';
import { isUsableTime } from '~/core/usable-time';
import { isAskable, normaliseBase } from '~/engine/gateway/address';
import { maskKeys } from '~/engine/gateway/clean-message';

import { FORMAT, hasKeyInside, isKeyless, type BoardFile, type CarriedTask } from './board-file';

/** The most tasks of one file, which is ten times the largest board; and the longest file, in characters. */
const MOST_TASKS = 100_000;
export const LONGEST_FILE = 100_000_000;
/** The longest id and address, in characters; longer ones are not asked for by any service. */
const LONGEST_ID = 500;
const LONGEST_ADDRESS = 2000;

/** Why a file cannot be used: it is something else, it comes from a newer page, or it is too large. */
export type FileRefusal = 'other' | 'newer' | 'too-large';

/** A file as it was read, and how many of its rows no task could be made of. */
type ReadFile = { file: BoardFile; leftOut: number } | { refused: FileRefusal };

/**
 * Reads what anybody may have written: total, within bounds, without control characters and without what looks like a
 * key. A row that names no task is left out; a field that is damaged is empty.
 * @param now epoch ms, for what does not say when it was made
 * @param as `share` where somebody hands it over: it then says of no time but that of a pick, whatever it calls itself
 */
export function readBoardFile(
  text: string,
  now: number,
  as: 'share' | 'it-says' = 'it-says',
): ReadFile {
  if (text.length > LONGEST_FILE) return { refused: 'too-large' };
  const parsed = v.safeParse(fileSchema, json(text));
  if (!parsed.success) return { refused: 'other' };
  const { rushes, kind, name, madeAt, opens, tasks: rows } = parsed.output;
  if (rushes > FORMAT) return { refused: 'newer' };
  if (rows.length > MOST_TASKS) return { refused: 'too-large' };
  const isBackup = kind === 'backup' && as === 'it-says';
  const tasks = new Map<string, CarriedTask>();
  for (const [index, row] of rows.entries()) {
    const task = v.safeParse(taskSchema, row);
    if (!task.success || !isKeyless(task.output)) continue;
    const { saidAt, ...said } = task.output;
    // Slightly apart, so that sorting by age keeps the order of the file.
    const added = now + index / 1000;
    tasks.set(
      `${said.base} ${said.taskId}`,
      isBackup
        ? timed({ ...said, addedAt: said.addedAt ?? added }, saidAt)
        : { ...said, addedAt: added, seenAt: null, changedAt: null },
    );
  }
  const file = { name, isBackup, madeAt: madeAt ?? now, opens, tasks: [...tasks.values()] };
  return { file, leftOut: rows.length - tasks.size };
}

/** With the times of its parts, if they are those of what it says. */
function timed(task: CarriedTask, saidAt: Times): CarriedTask {
  return saidAt['of'] === task.changedAt ? withSaidAt(task, (part) => saidAt[part] ?? 0) : task;
}

const clean = (most: number) => (text: string) =>
  cleanText(maskKeys(text.slice(0, most * 4)), most);
/** A text, or null where there is none or something else. */
const text = (most: number) =>
  v.fallback(
    v.pipe(
      v.nullish(v.string(), null),
      v.transform((t) => t && clean(most)(t)),
    ),
    null,
  );
const time = v.fallback(v.nullish(v.pipe(v.number(), v.check(isUsableTime)), null), null);
const times = v.fallback(v.optional(v.record(v.string(), time), {}), {});
type Times = v.InferOutput<typeof times>;
const link = v.pipe(
  v.string(),
  v.maxLength(LONGEST_ADDRESS * 2),
  v.regex(/^https?:\/\/[^\s@/]+(?:\/\S*)?$/i),
  v.check((url) => URL.canParse(url) && !hasKeyInside(url)),
);

const batch: v.GenericSchema<unknown, Batch | null> = v.fallback(
  v.nullish(
    v.pipe(
      v.object({
        id: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID)),
        name: text(200),
      }),
      v.transform(({ id, name }) => ({ id, name })),
    ),
    null,
  ),
  null,
);

/** The first of a list: cleaning a million of them before all but a few are dropped would freeze the page. */
const firstOf = <T>(one: v.GenericSchema<unknown, T>, most: number) =>
  v.pipe(
    v.optional(v.array(v.unknown()), []),
    v.transform((all) => all.slice(0, most)),
    v.array(one),
  );

const columns = v.fallback(
  v.pipe(
    firstOf(v.tuple([v.string(), v.string()]), PASTED_LIMITS.columns),
    v.transform((cells) =>
      boundedColumns(
        Object.fromEntries(
          cells.map(([heading, cell]) => [
            clean(PASTED_LIMITS.heading)(heading) ?? '',
            clean(PASTED_LIMITS.cell)(cell) ?? '',
          ]),
        ),
      ),
    ),
  ),
  {},
);

const tags = v.fallback(
  v.pipe(
    firstOf(v.string(), PASTED_LIMITS.tags),
    v.transform((all) => boundedTags(all.map((tag) => clean(PASTED_LIMITS.tag)(tag) ?? ''))),
  ),
  [],
);

const taskSchema = v.object({
  base: v.pipe(
    v.string(),
    v.maxLength(LONGEST_ADDRESS),
    // As it is written here, or another spelling of a known service would be a service of its own.
    v.check((base) => normaliseBase(base) === base),
  ),
  taskId: v.pipe(
    v.string(),
    v.maxLength(LONGEST_ID),
    v.check((id) => isAskable(id) && cleanText(id, LONGEST_ID) === id),
  ),
  label: text(500),
  batch,
  shot: text(PASTED_LIMITS.shot),
  columns,
  note: v.pipe(text(PASTED_LIMITS.note), v.transform(boundedNote)),
  tags,
  pickedAt: time,
  addedAt: time,
  seenAt: time,
  changedAt: time,
  saidAt: times,
  video: v.fallback(
    v.optional(
      v.object({ url: link, expiresAt: time, poster: v.fallback(v.nullish(link, null), null) }),
    ),
    undefined,
  ),
});

const fileSchema = v.object({
  rushes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kind: v.fallback(v.picklist(['share', 'backup']), 'share'),
  name: text(200),
  madeAt: time,
  opens: text(LONGEST_ADDRESS * 4),
  tasks: v.array(v.unknown()),
});

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

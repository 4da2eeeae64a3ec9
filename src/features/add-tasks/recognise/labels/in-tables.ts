import { isId } from '~/features/add-tasks/recognise/segments';
import {
  columnsOf,
  isIdHeading,
  isOtherId,
  isRequestId,
  type Columns,
} from '~/features/add-tasks/recognise/tables/columns';
import { gridsOf, type Cell } from '~/features/add-tasks/recognise/tables/grid';
import { cellsToKeep } from '~/features/add-tasks/recognise/kept';
import { PASTED_LIMITS } from '~/core/tracked';
import {
  isSection,
  readTable,
  type Held,
  type HeldGrid,
  type ReadGrid,
} from '~/features/add-tasks/recognise/tables/heads';
import type { Name, Naming, Namings } from './naming';
import type { ColumnRole, Segment, Table, TableRow } from '~/features/add-tasks/recognise/analysis';
import { SHORTENED } from '~/features/add-tasks/recognise/tables/tables';

type Roles = ReadonlyMap<string, ColumnRole>;

/** Longer cells are prompts, in characters. */
const LONGEST_TITLE = 80;
/** What the tables in a text say. */
interface Tabled {
  tables: Table[];
  namings: Namings;
  /** As changed by what the columns are said to hold. */
  segments: readonly Segment[];
}

interface Found {
  tables: Table[];
  namings: Map<Segment, Naming>;
  /** Pieces that the columns make something else. */
  changes: Map<Segment, Partial<Segment>>;
}

/** Reads the tables around what was found; `plain` is the text without it. */
export function tablesIn(
  plain: string,
  text: string,
  segments: readonly Segment[],
  given?: Roles,
): Tabled {
  const found: Found = { tables: [], namings: new Map(), changes: new Map() };
  const finds = segments.filter(({ kind }) => kind !== 'other' && kind !== 'name');
  let next = 0;
  for (const grid of gridsOf(text, (cells) => columnsOf(cells, given) !== null)) {
    const rows = grid.rows.map((row): Held => {
      while ((finds[next]?.end ?? Infinity) <= row.start) next += 1;
      const cells = row.cells.map((): Segment[] => []);
      for (let cell = 0; cell < cells.length && finds[next];) {
        const find = finds[next];
        if (!find || find.start >= row.end) break;
        if (find.start >= (row.cells[cell + 1]?.from ?? row.end + 1)) cell += 1;
        else {
          cells[cell]?.push(find);
          next += 1;
        }
      }
      return { ...row, finds: cells };
    });
    readGrid(plain, { ...grid, rows }, found, given);
  }
  if (found.changes.size === 0) return { ...found, segments };
  const changed = segments.map((segment) => {
    const change = found.changes.get(segment);
    return change ? { ...segment, ...change } : segment;
  });
  return {
    tables: found.tables,
    segments: changed,
    namings: renewed(found.namings, segments, changed),
  };
}

/** What is said about the segments as they were, about those that took their place. */
function renewed(namings: Namings, old: readonly Segment[], now: readonly Segment[]): Namings {
  const pairs = old.map((segment, index) => [now[index], namings.get(segment)] as const);
  return new Map(
    pairs.flatMap(([segment, naming]) => (segment && naming ? [[segment, naming]] : [])),
  );
}

function readGrid(plain: string, grid: HeldGrid, found: Found, given?: Roles): void {
  const read = readTable(plain, grid, given);
  if (!read) return;
  const { columns, rows } = read;
  for (const row of rows) {
    for (const [at, finds] of row.finds.entries()) {
      for (const find of finds) changeBy(columns, at, find, found.changes, given);
    }
  }
  if (columns.roles.includes('task')) {
    found.tables.push(tableOf(read, grid.rows[0]?.start ?? 0, found.changes));
    nameRows(plain, read, found);
  }
}

/** What a person said of a column undoes what was found in it, and two columns of keys are a pair. */
function changeBy(
  { head, roles, halves }: Columns,
  at: number,
  find: Segment,
  changes: Found['changes'],
  given?: Roles,
): void {
  const said = given?.get(head[at] ?? '');
  const half = halves[at];
  if (find.kind === 'key' && half && roles[at] === 'key')
    changes.set(find, { half, scheme: 'signed-pair' });
  if (!said && isOffered(find) && roles[at] === 'task' && isRequestId(head[at] ?? '')) {
    changes.set(find, { kind: 'id' });
  }
  if (!said && find.kind === 'id' && roles.includes('task') && isOtherId(head[at] ?? '')) {
    changes.set(find, { kind: 'maybe' });
  }
  if (!said || said === 'task' || said === 'key' || said === 'address') return;
  if (find.kind !== 'key' && find.kind !== 'doubt')
    changes.set(find, { kind: 'other', value: find.text });
}

function isOffered({ kind }: Segment): boolean {
  return kind === 'maybe' || kind === 'doubt';
}

function tableOf(
  { columns: { head, roles }, rows }: ReadGrid,
  start: number,
  changes: Found['changes'],
): Table {
  const seen = new Map<string, number>();
  const table: TableRow[] = rows.map(({ start: from, end, cells, finds }, index) => {
    const number = index + 1;
    const ids = idsIn(roles, finds, changes);
    const again = ids.length > 0 && ids.every(({ value }) => seen.has(value));
    const sameAs = again ? (seen.get(ids[0]?.value ?? '') ?? null) : null;
    for (const { value } of ids) if (!seen.has(value)) seen.set(value, number);
    const short = roles.some(
      (role, at) => role === 'task' && SHORTENED.test(cells[at]?.text ?? ''),
    );
    const missing = short ? 'shortened' : 'no-id';
    const problem = ids.length === 0 ? missing : again ? 'repeated' : null;
    return {
      number,
      start: from,
      end,
      cells: cells.map(({ text }) => text.slice(0, PASTED_LIMITS.cell)),
      problem,
      sameAs,
    };
  });
  return { start, end: rows.at(-1)?.end ?? start, head, roles, rows: table };
}

/** The tasks of a row, those that are only offered too. */
function idsIn(
  roles: readonly ColumnRole[],
  finds: readonly Segment[][],
  changes: Found['changes'],
): Segment[] {
  return finds.flatMap((own, at) =>
    roles[at] === 'task' ? own.filter((find) => isId(changes.get(find)?.kind ?? find.kind)) : [],
  );
}

function nameRows(plain: string, { columns, rows, top }: ReadGrid, found: Found): void {
  const { roles } = columns;
  const shots = carried(plain, rows, roles.indexOf('shot'));
  const single = new Set([...shots.values()].map(({ text }) => text)).size === shots.size;
  const takes = takeHeadings(roles, top);
  for (const row of rows) {
    const name = nameIn(plain, row.cells[roles.indexOf('name')]);
    const shot = shots.get(row);
    const kept = cellsToKeep(columns, row.cells, row.finds);
    for (const [at, finds] of row.finds.entries()) {
      if (roles[at] !== 'task') continue;
      const take = takes[at];
      const label = take ?? name ?? (single ? shot : null);
      const over = shot ?? (take ? name : null);
      for (const id of finds.filter((find) => isId(found.changes.get(find)?.kind ?? find.kind))) {
        found.namings.set(id, {
          columns: kept,
          ...(label && { label }),
          ...(over && { shot: over }),
        });
      }
    }
  }
}

/** Several columns of tasks are takes, called by their headings, unless those only say that they hold ids. */
function takeHeadings(roles: readonly ColumnRole[], top: readonly Cell[]): (Name | null)[] {
  const several = roles.filter((role) => role === 'task').length > 1;
  return roles.map((role, at) => {
    const cell = top[at];
    return several && role === 'task' && cell && !isIdHeading(cell.text) ? cell : null;
  });
}

/** The shot of each row; where cells were merged, only the first of them has it. */
function carried(plain: string, rows: readonly Held[], at: number): Map<Held, Name> {
  const shots = new Map<Held, Name>();
  const sections = at < 0;
  const cells = rows.map((row) =>
    sections && !isSection(row) ? null : nameIn(plain, row.cells[Math.max(0, at)]),
  );
  const empty = cells.filter((cell) => cell === null).length;
  const merged = sections || (cells[0] !== null && empty * 4 >= rows.length);
  let last: Name | null = null;
  for (const [index, row] of rows.entries()) {
    last = cells[index] ?? (merged ? last : null);
    if (last && !(sections && isSection(row))) shots.set(row, last);
  }
  return shots;
}

function nameIn(plain: string, cell: Cell | undefined): Name | null {
  if (!cell || cell.text === '') return null;
  // Notion and Airtable write a link to the record.
  const link = /^\[([^[\]]{1,80})\]\(/.exec(cell.text)?.[1];
  if (link !== undefined)
    return { text: link, start: cell.start + 1, end: cell.start + 1 + link.length };
  if (cell.text.length > LONGEST_TITLE) return null;
  return plain.slice(cell.start, cell.end).trim().length < cell.end - cell.start
    ? null
    : { text: cell.text, start: cell.start, end: cell.end };
}

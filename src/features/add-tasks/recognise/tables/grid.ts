/** A cell of a table, without quotes and surrounding space. Offsets are in the whole text. */
export interface Cell {
  text: string;
  start: number;
  end: number;
  /** Where the cell begins, with its space and quotes. */
  from: number;
}

export interface Row {
  start: number;
  end: number;
  cells: Cell[];
}

/** Lines, one after another, that the same sign cuts into cells. */
export interface Grid {
  delimiter: string;
  rows: Row[];
}

/** The surest first: a line with tabs may have commas in its cells. */
const DELIMITERS = ['\t', '|', '│', ';', '；', ',', '，'] as const;
/** Table rows are shorter, in characters; a long line is a file without line breaks. */
const MAX_LINE = 20_000;
/** A quoted cell that runs over several lines, in characters. */
const MAX_QUOTED = 5000;
/** Quotes that open a cell and never close it are tried this often: each costs a search. */
const MAX_OPEN = 20;
/** The rule below a heading, or the frame of a table. */
const RULE = /^(?=.*[-=─━═])[\s|+:=─━═│┃┼├┤┌┬┐└┴┘╞╪╡-]+$/;

/** Cuts a text into tables and whatever looks like one; `isHead` tells the row that begins another. Linear. */
export function gridsOf(text: string, isHead: (cells: readonly Cell[]) => boolean): Grid[] {
  const grids: Grid[] = [];
  const open = { left: MAX_OPEN };
  let grid: Grid | null = null;
  let headed = false;
  for (let at = 0; at < text.length;) {
    const end = endOf(text, at);
    const line = end - at > MAX_LINE ? null : text.slice(at, end);
    const kept: string | null = grid === null ? null : grid.delimiter;
    const stays: boolean =
      kept !== null && line?.includes(kept) === true && (headed || surest(line) === kept);
    const delimiter: string | undefined = stays && kept !== null ? kept : surest(line ?? '');
    let next = end;
    if (line === null || (delimiter === undefined && line.trim() !== '' && !RULE.test(line))) {
      grid = null;
      headed = false;
    } else if (delimiter !== undefined && !RULE.test(line) && line.trim() !== '') {
      const row = rowAt(text, at, end, delimiter, headed ? open : { left: 0 });
      const heads = isHead(row.cells);
      if (!grid || grid.delimiter !== delimiter || heads) {
        grid = { delimiter, rows: [] };
        grids.push(grid);
        headed = heads;
      }
      grid.rows.push(row);
      next = row.end;
    }
    at = next + 1;
  }
  return grids;
}

/** The cells of one line; none if nothing separates them. */
export function cellsIn(text: string, start: number, end: number): Cell[] {
  const line = text.slice(start, end);
  const delimiter = surest(line);
  if (delimiter === undefined || line.length > MAX_LINE) return [];
  return rowAt(text, start, end, delimiter, { left: 0 }).cells;
}

/** Prose with a comma does not swallow the table with tabs below it. */
function surest(line: string): string | undefined {
  return DELIMITERS.find((one) => line.includes(one));
}

function rowAt(
  text: string,
  start: number,
  lineEnd: number,
  delimiter: string,
  open: { left: number },
): Row {
  const cells: Cell[] = [];
  let end = lineEnd;
  for (let from = start; from <= end;) {
    const quoted = quotedAt(text, from, end, delimiter, open);
    if (quoted) {
      end = quoted.next > end ? endOf(text, quoted.next) : end;
      cells.push(quoted.cell);
      from = quoted.next + 1;
      continue;
    }
    const next = nextDelimiter(text, from, end, delimiter);
    cells.push(trimmed(text, from, next));
    from = next + 1;
  }
  return { start, end, cells: framed(cells, delimiter) };
}

function nextDelimiter(text: string, from: number, end: number, delimiter: string): number {
  const rest = text.slice(from, end);
  let at = rest.indexOf(delimiter);
  // A bar may be written in a cell as `\|`.
  if (delimiter === '|') while (at > 0 && rest[at - 1] === '\\') at = rest.indexOf('|', at + 1);
  return at < 0 ? end : from + at;
}

/** A cell in quotes, which may hold delimiters, doubled quotes and, in a table with a heading, line breaks. */
function quotedAt(
  text: string,
  from: number,
  lineEnd: number,
  delimiter: string,
  open: { left: number },
): { cell: Cell; next: number } | null {
  let start = from;
  while (text[start] === ' ') start += 1;
  if (text[start] !== '"' || start >= lineEnd) return null;
  const long = open.left > 0;
  const part = text.slice(start + 1, long ? start + MAX_QUOTED : lineEnd);
  let close = part.indexOf('"');
  while (close >= 0 && part[close + 1] === '"') close = part.indexOf('"', close + 2);
  const after = start + 1 + close + 1;
  const gap = close < 0 ? null : /^[ \r]*/.exec(text.slice(after, after + 40));
  const next = after + (gap?.[0].length ?? 0);
  const ends = next >= text.length || text[next] === '\n' || text[next] === delimiter;
  if (close < 0 || !ends) {
    if (long) open.left -= 1;
    return null;
  }
  const value = part.slice(0, close).replaceAll('""', '"').trim();
  const lead = part.length - part.trimStart().length;
  const cell = {
    text: value,
    start: start + 1 + Math.min(lead, close),
    end: start + 1 + close,
    from,
  };
  return { cell, next };
}

function trimmed(text: string, from: number, to: number): Cell {
  const raw = text.slice(from, to);
  const value = unmarked(raw);
  const start = from + (value === '' ? 0 : raw.indexOf(value));
  return { text: value, start, end: start + value.length, from };
}

const MARKS = /["'`*]/;
/** Marks inside each other, such as bold code in quotes. */
const DEEPEST = 6;

/** Without quotes and emphasis around it: a mark whose other half is inside stays, as in `SH010 "Dawn"`. */
function unmarked(raw: string): string {
  let text = raw.trim();
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const [first = '', last = ''] = [text[0], text.at(-1)];
    if (MARKS.test(first) && (first === last || !text.includes(first, 1))) text = text.slice(1);
    if (MARKS.test(last) && (first === last || !text.slice(0, -1).includes(last))) {
      text = text.slice(0, -1);
    }
    text = text.trim();
  }
  return text;
}

/** Without the empty cells outside the bars of `| a | b |`. */
function framed(cells: Cell[], delimiter: string): Cell[] {
  if (delimiter !== '|' && delimiter !== '│') return cells;
  const from = cells[0]?.text === '' ? 1 : 0;
  return cells.slice(from, from > 0 && cells.at(-1)?.text === '' ? -1 : undefined);
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

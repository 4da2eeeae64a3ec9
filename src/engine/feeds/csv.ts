/** More cells than these in a line are left out. */
const MAX_CELLS = 200;
/** Of more lines than these, the last ones are read, and the first, which names the columns. */
const MAX_LINES = 20_000;

/** The lines of a table as people's tools write it, RFC 4180 and its relatives: with commas, semicolons or tabs. */
interface Table {
  lines: string[][];
  /** The last line has no end, or a quotation mark in it was never closed. */
  isOpen: boolean;
  /** Lines were left out. */
  isPart: boolean;
}

/** @param given what stands between cells; null to find out by the first line */
export function parseCsv(text: string, given: string | null): Table {
  const between = given ?? delimiterOf(text.slice(0, 20_000));
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  let isOpen = true;
  let isPart = false;
  const leaveOut = (): void => {
    if (lines.length <= MAX_LINES + 1) return;
    lines.splice(1, lines.length - MAX_LINES - 1);
    isPart = true;
  };
  const add = (cell: string): void => void (cells.length < MAX_CELLS && cells.push(cell.trim()));
  while (at < text.length) {
    const quoted = text[at] === '"' ? closed(text, at) : null;
    const from = quoted?.end ?? at;
    const end = endOf(text, from, between);
    add(quoted ? quoted.cell : text.slice(from, end));
    isOpen = end >= text.length;
    at = end + 1;
    if (!isOpen && text[end] === between) continue;
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    if (cells.some((cell) => cell !== '')) lines.push(cells);
    if (lines.length > MAX_LINES * 2) leaveOut();
    cells = [];
  }
  if (cells.some((cell) => cell !== '')) lines.push(cells);
  leaveOut();
  return { lines, isOpen, isPart };
}

/** The cell in quotation marks that begins here, and where it ends; at the text's end if it was never closed. */
function closed(text: string, start: number): { cell: string; end: number } {
  let cell = '';
  for (let from = start + 1; ;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return { cell: cell + text.slice(from), end: text.length };
    cell += text.slice(from, mark);
    if (text[mark + 1] !== '"') return { cell, end: mark + 1 };
    cell += '"';
    from = mark + 2;
  }
}

function endOf(text: string, from: number, between: string): number {
  for (let at = from; at < text.length; at += 1) {
    const one = text[at];
    if (one === between || one === '\n' || one === '\r') return at;
  }
  return text.length;
}

function delimiterOf(start: string): string {
  const line = start.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((one) => [one, line.split(one).length] as const);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

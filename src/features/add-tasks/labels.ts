import { isId, type Segment } from './claims';
import { cellsOf } from './tables';

/** The longest text that is taken for a name, in characters. */
const LONGEST = 80;
/** Lines longer than this have no name in them, in characters. */
const LONGEST_LINE = 2000;

/** Gives ids the names that the text has for them: the cell beside it, the words before a colon, a JSON title. */
export function labelsOf(text: string, segments: Segment[]): Segment[] {
  const lines = new Map<number, Segment[]>();
  const lineOf = lineFinder(text);
  for (const segment of segments) {
    if (!isId(segment.kind)) continue;
    const { start } = lineOf(segment.start);
    lines.set(start, [...(lines.get(start)?.slice(0, 1) ?? []), segment]);
  }
  const plain = withoutFinds(text, segments);
  const findLine = lineFinder(text);
  return segments.map((segment) => {
    if (!isId(segment.kind)) return segment;
    const { start, end } = findLine(segment.start);
    const alone = lines.get(start)?.length === 1 && end - start <= LONGEST_LINE;
    const label = alone ? nameOnLine(plain.slice(start, end), segment.start - start) : null;
    return { ...segment, label };
  });
}

/** The text with a blank for every character of a key, an id or an address: no name holds any of them. */
function withoutFinds(text: string, segments: readonly Segment[]): string {
  return segments
    .map((segment) =>
      segment.kind === 'other'
        ? text.slice(segment.start, segment.end)
        : ' '.repeat(segment.text.length),
    )
    .join('');
}

function nameOnLine(line: string, at: number): string | null {
  const titled = /"(?:title|label|name|标题|名称)"\s*:\s*"([^"\\]{1,80})"/i.exec(line)?.[1];
  if (titled !== undefined) return plausible(titled);
  if (/[{}[\]]/.test(line)) return null;
  const cell = cellBeside(line, at);
  if (cell !== null || /https?:/.test(line)) return cell;
  const before = line.slice(0, at);
  const named =
    /^\s*(?:[-*•]\s+|\d{1,3}[.)、]\s*)?(\S.{1,80}?)\s*(?:[:：=]|\s[-–—]|->|→)\s*["'「“`*]*$/.exec(
      before,
    )?.[1];
  if (named !== undefined) return plausible(named);
  const bracketed = /^[\s"'」”`*]*[（(]([^（()）]{2,80})[)）]\s*$/.exec(line.slice(at))?.[1];
  return bracketed === undefined ? null : plausible(bracketed);
}

/** The first name in a row, when the id has a cell for itself: `good morning, video_1 is late` is no row. */
function cellBeside(line: string, at: number): string | null {
  const cells = cellsOf(line) ?? [];
  const own = cells.findLastIndex(({ from }) => from <= at);
  if (cells[own]?.text !== '') return null;
  return cells.map(({ text }) => plausible(text)).find((name) => name !== null) ?? null;
}

/** Words that name fields and states, not takes. */
const NO_NAME =
  /^(?:.*(?<![a-z])ids?|tasks?|videos?|keys?|api.*|status|state|model|queued|running|pending|processing|in_progress|completed|succeeded|success|failed|failure|done|error|info|warn|debug|密钥|任务.*|视频.*|排队.*|完成|已完成|生成中|失败|状态|地址|address|base.*|url|null|true|false|bearer|authorization|ok|thanks?.*|thx|please|pls|谢谢|好的|curl.*)$/i;

function plausible(name: string): string | null {
  const trimmed = name.trim();
  const isName = /\p{L}{2}/u.test(trimmed) && trimmed.length <= LONGEST && !NO_NAME.test(trimmed);
  const isPiece = /\s{3}|[:：]/.test(trimmed);
  const isCode = /^(?:[\w.:-]*\d[\w.:-]*|\w+_\w+)$/.test(trimmed) || /^\[?\d{4}-\d\d/.test(trimmed);
  return isName && !isCode && !isPiece ? trimmed : null;
}

/** Finds the line of a place; places are asked for in ascending order. */
function lineFinder(text: string): (at: number) => { start: number; end: number } {
  let line = { start: 0, end: endOf(text, 0) };
  return (at) => {
    while (at > line.end) line = { start: line.end + 1, end: endOf(text, line.end + 1) };
    return line;
  };
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

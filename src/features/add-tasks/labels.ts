import type { Segment } from './analyse';

/** The longest text that is taken for a name, in characters. */
const LONGEST = 80;

/** Gives ids the names that the text has for them: the cell beside it, the words before a colon, a JSON title. */
export function labelsOf(text: string, segments: Segment[]): Segment[] {
  const perLine = new Map<number, number>();
  const lineOf = lineFinder(text);
  for (const { kind, start } of segments) {
    if (isId(kind)) perLine.set(lineOf(start).start, (perLine.get(lineOf(start).start) ?? 0) + 1);
  }
  return segments.map((segment) => {
    if (!isId(segment.kind)) return segment;
    const line = lineOf(segment.start);
    const alone = perLine.get(line.start) === 1;
    const label = alone
      ? nameOnLine(text.slice(line.start, line.end), segment.start - line.start, segment.text)
      : null;
    return { ...segment, label };
  });
}

function isId(kind: Segment['kind']): boolean {
  return kind === 'id' || kind === 'maybe';
}

function nameOnLine(line: string, at: number, id: string): string | null {
  const titled = /"(?:title|label|name|标题|名称)"\s*:\s*"([^"\\]{1,80})"/i.exec(line)?.[1];
  if (titled !== undefined) return plausible(titled);
  if (/[{}[\]]|https?:/.test(line)) return null;
  if (/[\t,;|]/.test(line)) {
    const cells = line.split(/[\t,;|]/).map((cell) => cell.trim().replaceAll(/^["']|["']$/g, ''));
    return (
      cells
        .map((cell) => (cell.includes(id) ? null : plausible(cell)))
        .find((cell) => cell !== null) ?? null
    );
  }
  const before = line.slice(0, at);
  const named =
    /^\s*(?:[-*•]\s+|\d{1,3}[.)]\s+)?(.{2,80}?)\s*(?:[:：=]|\s[-–—]|->|→)\s*["'「“]?$/.exec(
      before,
    )?.[1];
  return named === undefined ? null : plausible(named);
}

/** Words that name fields and states, not takes. */
const NO_NAME =
  /^(?:(?:task|video|job)?[ _-]?ids?|tasks?|videos?|keys?|api.*|status|state|model|queued|running|pending|processing|in_progress|completed|succeeded|failed|done|error|info|warn|debug|密钥|任务.*|状态|地址|address|url|null|true|false|bearer|authorization)$/i;

function plausible(name: string): string | null {
  const trimmed = name.trim();
  const isName = /\p{L}{2}/u.test(trimmed) && trimmed.length <= LONGEST && !NO_NAME.test(trimmed);
  const isCode = /^[\w.:-]*\d[\w.:-]*$/.test(trimmed) || /^\d{4}-\d\d/.test(trimmed);
  return isName && !isCode ? trimmed : null;
}

/** Finds the line of a place; places are asked for in ascending order. */
function lineFinder(text: string): (at: number) => { start: number; end: number } {
  let line = { start: 0, end: endOf(text, 0) };
  return (at) => {
    if (at < line.start) line = { start: 0, end: endOf(text, 0) };
    while (at > line.end) line = { start: line.end + 1, end: endOf(text, line.end + 1) };
    return line;
  };
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

import { nameBefore, short } from './lines';
import { isCoded, isTake, plausible } from './plausible';
import { stretch, type Line, type Name, type Naming, type Namings, type Page } from './naming';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

/** Longer lines are no rows that somebody wrote, in characters. */
const LONGEST_LINE = 5000;
/** What stands around a name between two ids. */
const EDGES = /^[\s,，、;；|/:：=()（）"'`-]+|[\s,，、;；|/:：=()（）"'`-]+$/g;

/** Several tasks on one line: `SH010 Lighthouse: id, id`, `SH010: take 1 id, take 2 id`. */
export function namesOfRows({ plain, lines }: Page, isTaken: (line: Line) => boolean): Namings {
  const namings = new Map<Segment, Naming>();
  for (const line of lines) {
    const several = new Set(line.ids.map(({ value }) => value)).size > 1;
    if (!several || line.end - line.start > LONGEST_LINE || isTaken(line)) continue;
    if (/[{}]/.test(plain.slice(line.start, line.end))) continue;
    const [shot, first] = headOf(plain, line, line.ids[0]?.start ?? line.start);
    for (const [index, id] of line.ids.entries()) {
      const before = line.ids[index - 1];
      const label = before ? takeIn(plain, before.end, id.start) : first;
      if (!shot && !label) continue;
      namings.set(id, { ...(shot && { shot }), ...(label && { label }) });
    }
  }
  return namings;
}

/** The name of the shot before the first id, and that of its take. */
function headOf(plain: string, line: Line, at: number): [shot: Name | null, take: Name | null] {
  const colon = plain.slice(line.start, at).search(/[:：](?=[^:：]*\S[^:：]*$)/);
  const end = colon < 0 ? line.start : line.start + colon;
  const take = takeIn(plain, end, at);
  const rest = take ? plain.slice(line.start, take.start).trimEnd() : '';
  const named = take
    ? nameBefore(plain, line, line.start + rest.length)
    : nameBefore(plain, line, at);
  const name = named ?? bareBefore(plain, line, take ? take.start : at);
  return [name && isShot(name.text) ? name : null, take];
}

function isShot(text: string): boolean {
  return plausible(text) !== null && !isTake(text) && short(text) !== null;
}

/** Without a mark, only what is numbered as a shot. */
function bareBefore(plain: string, line: Line, at: number): Name | null {
  const name = trimmed(plain, line.start, at);
  return isCoded(name.text) ? name : null;
}

function takeIn(plain: string, from: number, to: number): Name | null {
  const name = trimmed(plain, from, to);
  return isTake(name.text) ? name : null;
}

function trimmed(plain: string, from: number, to: number): Name {
  const raw = plain.slice(from, Math.min(to, from + LONGEST_LINE));
  const text = raw.replaceAll(EDGES, '');
  const start = from + raw.indexOf(text);
  return stretch(plain, start, start + text.length);
}

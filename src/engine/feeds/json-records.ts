import type { FeedProblem } from '~/core/feed';

/** What one row says: names and cells. */
export type FeedRecord = readonly (readonly [name: string, cell: string])[];

type Found =
  | {
      records: FeedRecord[];
      /** There are more before them. */
      isPart: boolean;
    }
  | { problem: FeedProblem };

/** Objects with more members than these are read so far. */
const MAX_MEMBERS = 200;
/** Of more records than these, the last ones are read. */
const MAX_RECORDS = 20_000;

/** The records of JSON, an array or an object that holds one, or of JSON lines. */
export function recordsIn(text: string): Found {
  const whole = parsed(text);
  if (whole !== undefined) {
    const list = listIn(whole) ?? [whole];
    const records = list.slice(-MAX_RECORDS).flatMap(recordOf);
    return { records, isPart: list.length > MAX_RECORDS };
  }
  const from = lastLines(text.trimEnd());
  const lines = text
    .slice(from)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  // A line that is broken says nothing; the last one is perhaps being written.
  const read = lines.map(parsed).filter((line) => typeof line === 'object');
  if (text.trimStart().startsWith('{') && lines.length > 1 && read.length * 2 >= lines.length) {
    return { records: read.flatMap(recordOf), isPart: from > 0 };
  }
  return { problem: /[\]}]\s*$/.test(text) ? 'unreadable' : 'half' };
}

/** Where the last lines begin. */
function lastLines(text: string): number {
  let at = text.length;
  for (let n = 0; n < MAX_RECORDS; n += 1) {
    at = text.lastIndexOf('\n', at - 1);
    if (at <= 0) return 0;
  }
  return at + 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** At most two objects deep, `{"data": {"items": […]}}`; null where the object is a record itself. */
function listIn(json: unknown, depth = 0): readonly unknown[] | null {
  if (Array.isArray(json)) return json as unknown[];
  if (typeof json !== 'object' || json === null || depth > 1) return null;
  const members = Object.entries(json).slice(0, MAX_MEMBERS) as [string, unknown][];
  if (members.some(([name, value]) => ID.test(name) && typeof value !== 'object')) return null;
  for (const [name, value] of members) {
    const list = Array.isArray(value) ? asList(name, value as unknown[]) : listIn(value, depth + 1);
    if (list !== null) return list;
  }
  return null;
}

const ID = /(?:^|[ _-])id$|Id$/i;
const LIST = /^(?:tasks|videos|items|rows|data|list|results?|records)$/i;

/** An empty one counts if it is called so: nothing has been made yet. */
function asList(name: string, value: readonly unknown[]): readonly unknown[] | null {
  const [first] = value;
  const isList = first === undefined ? LIST.test(name) : typeof first === 'object';
  return isList ? value : null;
}

/** A text alone is an id. */
function recordOf(value: unknown): FeedRecord[] {
  if (typeof value === 'string' || typeof value === 'number') return [[['id', String(value)]]];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const members = Object.entries(value).slice(0, MAX_MEMBERS) as [string, unknown][];
  return [
    members.flatMap(([name, cell]): [string, string][] =>
      typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
        ? [[name, String(cell)]]
        : [],
    ),
  ];
}

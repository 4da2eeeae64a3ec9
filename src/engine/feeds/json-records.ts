import type { FeedProblem } from '~/core/feed';

/** What one row says: names and cells. */
export type FeedRecord = readonly (readonly [name: string, cell: string])[];

type Found = { records: FeedRecord[] } | { problem: FeedProblem };

/** Objects with more members than these are read so far. */
const MAX_MEMBERS = 200;
const MAX_LINES = 20_000;

/** The records of JSON, an array or an object that holds one, or of JSON lines. */
export function recordsIn(text: string): Found {
  const whole = parsed(text);
  if (whole !== undefined) return { records: (listIn(whole) ?? [whole]).flatMap(recordOf) };
  const lines = text.split(/\r?\n/, MAX_LINES).filter((line) => line.trim() !== '');
  // A line that is broken says nothing; the last one is perhaps being written.
  const read = lines.map(parsed).filter((line) => typeof line === 'object');
  if (text.trimStart().startsWith('{') && lines.length > 1 && read.length * 2 >= lines.length) {
    return { records: read.flatMap(recordOf) };
  }
  return { problem: /[\]}]\s*$/.test(text) ? 'unreadable' : 'half' };
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

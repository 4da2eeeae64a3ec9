import type { Concept } from './concepts';
import { meaningsOf, tokensIn, type Token } from './tokens';
import { folded } from './words';

/**
 * What is below a heading. An `id` is one of a task if no column is surer, and `other` are ids of something else;
 * a `secret` is never kept, and a `url` is a service's only beside keys.
 */
export type Sense =
  | 'task'
  | 'id'
  | 'request'
  | 'other'
  | 'key'
  | 'secret'
  | 'address'
  | 'url'
  | 'name'
  | 'shot'
  | 'client'
  | 'note'
  | 'ignore'
  | 'keep';

/** What a heading says. Of several with the same sense the one with the lowest rank is the surest. */
export interface Reading {
  sense: Sense;
  rank: number;
  concepts: ReadonlySet<Concept>;
}

/** The first row of which a heading has all words counts. What no row has is kept. */
const SENSES: readonly (readonly [sense: Sense, rank: number, ...having: string[]])[] = [
  ['secret', 0, 'password'],
  ['note', 0, 'note'],
  ['keep', 0, 'plain'],
  ['key', 0, 'access key', 'secret key', 'api secret'],
  [
    'keep',
    0,
    ...[
      'shot',
      'scene',
      'take',
      'version',
      'task',
      'making',
      'order',
      'video',
      'piece',
      'file',
      'id',
      'number',
      'name',
      'origin',
      'other',
    ].map((what) => `key ${what}`),
  ],
  ['key', 0, 'key'],
  ['secret', 0, 'secret'],
  ...['origin', 'other', 'client', 'file', 'piece'].map((what): [Sense, number, string, string] => [
    'other',
    0,
    `${what} id`,
    `${what} number`,
  ]),
  ['other', 0, 'request number'],
  [
    'keep',
    0,
    'origin',
    'other name',
    'other url',
    'file url',
    'video url',
    'task url',
    'piece url',
  ],
  ['task', 0, 'task id', 'making id', 'order id', 'task number', 'making number'],
  ['shot', 1, 'shot name'],
  ['shot', 0, 'shot'],
  ['shot', 2, 'scene'],
  ['task', 1, 'video id', 'video number'],
  ['request', 0, 'request id'],
  ['keep', 0, 'take id', 'version id', 'id name', 'order number', 'making name', 'api name'],
  ['id', 0, 'id'],
  ['address', 0, 'host', 'api url', 'access url'],
  ['url', 0, 'url'],
  ['keep', 0, 'client other'],
  ['client', 1, 'client name'],
  ['client', 0, 'client'],
  ['name', 0, 'name'],
  ['name', 1, 'take', 'version'],
  [
    'keep',
    0,
    'task api',
    'video api',
    'video other',
    'task other',
    'piece other',
    'making',
    'request',
  ],
  ['name', 2, 'piece'],
  ['name', 3, 'task', 'video', 'order'],
  ['ignore', 0, 'row'],
];
const ROWS = SENSES.map(([sense, rank, ...having]) => ({
  sense,
  rank,
  having: having.map((one) => one.split(' ') as Concept[]),
}));

const OF_HEADINGS: readonly Concept[] = [
  'task',
  'making',
  'order',
  'video',
  'piece',
  'file',
  'shot',
  'scene',
  'take',
  'version',
  'id',
  'number',
  'row',
  'name',
  'client',
  'note',
  'key',
  'access',
  'secret',
  'api',
  'host',
  'url',
  'request',
  'origin',
  'other',
  'password',
  'plain',
  'of',
];
const MEANINGS = meaningsOf(OF_HEADINGS);
const LONGEST = 40;
/** Programs and numbers have these: most cells are no headings, and are asked about too. */
const NO_HEADING = /["'{}[\]<>=|\\@]|\d{3}/;

/** The texts over columns come again in every row that is asked about. */
const known = new Map<string, Reading | null>();
const MANY = 2000;

/** Keeps nothing of a text once it is read. */
export function forgetReadings(): void {
  known.clear();
}

/** What a heading says, if all of its words are known; otherwise null. */
export function readingOf(heading: string): Reading | null {
  if (heading.length > LONGEST || heading === '' || NO_HEADING.test(heading)) return null;
  const found = known.get(heading);
  if (found !== undefined) return found;
  const reading = read(spread(heading));
  if (known.size < MANY) known.set(heading, reading);
  return reading;
}

/** `TaskID` → `task id`, `N.º` → `n o`. */
function spread(heading: string): string {
  return folded(
    heading
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replaceAll('°', 'o')
      .replaceAll('№', 'no'),
  )
    .replaceAll(/[\s_\-./·:&+,]+/g, ' ')
    .trim();
}

function read(text: string): Reading | null {
  const concepts = conceptsIn(text);
  if (!concepts || concepts.size === 0) return null;
  // The number of something, and not of a row.
  if (concepts.size > 1 && concepts.delete('row')) concepts.add('number');
  const row = ROWS.find(({ having }) =>
    having.some((all) => all.every((concept) => concepts.has(concept))),
  );
  return { sense: row?.sense ?? 'keep', rank: row?.rank ?? 0, concepts };
}

/** The meanings of all words of a text, or null if one is unknown; `Sora 2` says nothing of what is below. */
function conceptsIn(text: string): Set<Concept> | null {
  const concepts = new Set<Concept>();
  let before: Token['concept'] = null;
  for (const { concept } of tokensIn(text, MEANINGS)) {
    if (concept === null || (concept === 'digits' && before !== 'of')) return null;
    if (concept !== 'digits' && concept !== 'of') concepts.add(concept);
    before = concept === 'digits' ? 'of' : concept;
  }
  return concepts;
}

import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import { BEFORE, head, OWN } from './own-words';
import type { Cell } from './grid';
import type { Sense } from '~/features/add-tasks/recognise/words/senses';
import type { ColumnRole, Segment } from '~/features/add-tasks/recognise/analysis';

/** What the columns of a table are called and hold. */
export interface Columns {
  head: string[];
  roles: ColumnRole[];
  halves: Segment['half'][];
}

/** Longer texts are no headings, in characters. */
const LONGEST_HEAD = 40;
const SERVICES =
  'sora|veo|kling|wan|grok|seedance|hailuo|vidu|pika|gen|runway|luma|ltx|minimax|ark|comfy|可灵|即梦|海螺|豆包|万相|通义|方舟|混元|智谱|清影';

/** Task ids, the surest first. */
const TASKS: readonly RegExp[] = [
  head(
    `${BEFORE}(?:task|job|(?:任务|作业|生成)\\s?)[ _-]?(?:ids?|no\\.?|number|编号|号码?)|${BEFORE}(?:video|generation|prediction|operation|render|视频\\s?)[ _-]?(?:ids?|编号|号码?)`,
  ),
  head(`(?:(?:${SERVICES})[\\d. _-]{0,5})?(?:ids?|uuid|编号|id号)`),
];
/** What headings of each tier say word by word. */
const TIERS: readonly Sense[] = ['task', 'id'];
const OF_SERVICE = new RegExp(SERVICES, 'i');
/** Two of these beside each other are two names for the same task. */
const PLAIN_IDS = head(
  '(?:task|job|video|generation|prediction|operation|render)?[ _-]?(?:ids?|uuid)',
);
/** Ids of what the task was made from, or of its card in a planning tool. */
const OTHER_IDS =
  /source|parent|origin|remix|from|ref|prev|jira|asana|clickup|notion|原|源|参考|上一|父|母/i;
const KEYS = head(
  `${BEFORE}(?:(?:api|secret|access|auth)[ _-]?(?:key|token)s?|apikey|keys?|token|(?:api\\s?)?(?:密钥|秘钥|令牌))|access[ _-]?key[ _-]?(?:id|secret)|secret[ _-]?access[ _-]?key|ak|sk`,
);
const HALVES: readonly [half: 'access' | 'secret', words: RegExp][] = [
  ['access', head(`${BEFORE}(?:access[ _-]?key(?:[ _-]?id)?|ak)`)],
  [
    'secret',
    head(`${BEFORE}(?:(?:access[ _-]?key[ _-]?)?secret|secret[ _-]?(?:access[ _-]?)?key|sk)`),
  ],
];
/** Never kept, whatever it holds. */
const SECRETS =
  /pass(?:word|wd|code|phrase)|(?<![a-z])(?:pwd|secrets?|tokens?|credentials?|cookies?|otp|pin|2fa)(?![a-z])|密码|口令|密钥|秘钥|令牌|验证码|凭证/iu;

/** The roles that {@link Sense}s have by themselves, each at most once in a table, except {@link MANY}. */
const ROLES: Readonly<Partial<Record<Sense, ColumnRole>>> = {
  name: 'name',
  shot: 'shot',
  client: 'client',
  note: 'note',
  address: 'address',
  ignore: 'ignore',
};
const MANY: readonly ColumnRole[] = ['note', 'address', 'ignore'];

/** What a heading says without brackets: `API Key（方舟）`, `Sora task id (final)`, `**Shot:**`. */
function core(heading: string): string {
  const plain = heading.normalize('NFKC').replaceAll(/[(【[][^()【】[\]]*[)】\]]\s*$/g, '');
  return plain.replaceAll(/^[\s*"'`_]+|[\s*"'`_:：?？]+$/g, '');
}

/**
 * What the columns hold by their headings, as corrected; without any heading that says so, null.
 *
 * @param sure false also takes rows for headings in which no column is said to hold ids, keys or addresses
 */
export function columnsOf(
  cells: readonly Cell[],
  given: ReadonlyMap<string, ColumnRole> = new Map(),
  sure = true,
): Columns | null {
  if (cells.length < 2 || cells.some(({ text }) => !isHeading(text))) return null;
  const columns = withGiven(byHeading(headings(cells)), given);
  const says = columns.roles.some(
    (role, at) => role === 'task' || role === 'key' || isOtherId(columns.head[at] ?? ''),
  );
  return says || !sure ? columns : null;
}

/** Columns without headings are called by their number. */
export function numbered(
  width: number,
  given: ReadonlyMap<string, ColumnRole> = new Map(),
): Columns {
  const names = Array.from({ length: width }, (_, index) => String(index + 1));
  const roles = names.map((): ColumnRole => 'keep');
  return withGiven({ head: names, roles, halves: names.map(() => null) }, given);
}

/** The heading only says that ids are below. */
export function isIdHeading(name: string): boolean {
  const said = core(name);
  return TASKS.some((words, tier) => isOfTier(said, words, tier));
}

/** The heading names ids of something else: what a video was made from, an order, a customer. */
export function isOtherId(name: string): boolean {
  const said = core(name);
  return (
    isOfOther(said) && (learnt.words.readingOf(said) !== null || /ids?$|uuid|编号/i.test(said))
  );
}

/** Where all words are known, they say so: `tarefa` has `ref` in it. */
function isOfOther(said: string): boolean {
  const sense = senseOf(said);
  return sense === undefined ? OTHER_IDS.test(said) : sense === 'other';
}

/** The heading is of what nobody would call a task by: `Modell`, `状態`. */
export function isPlain(name: string): boolean {
  return learnt.words.readingOf(core(name))?.concepts.has('plain') ?? false;
}

/** The heading names ids of requests, which are those of tasks where nothing else is. */
export function isRequestId(name: string): boolean {
  return senseOf(core(name)) === 'request';
}

/** What a column of this heading holds is never kept. */
export function isSecretHeading(name: string): boolean {
  const said = core(name);
  return SECRETS.test(said) || senseOf(said) === 'secret' || senseOf(said) === 'key';
}

/** The heading is one of keys. */
function isKeyHeading(name: string): boolean {
  const said = core(name);
  return KEYS.test(said) || senseOf(said) === 'key';
}

function senseOf(said: string): Sense | undefined {
  return learnt.words.readingOf(said)?.sense;
}

function isOfTier(said: string, words: RegExp, tier: number): boolean {
  return words.test(said) || senseOf(said) === TIERS[tier];
}

function withGiven(columns: Columns, given: ReadonlyMap<string, ColumnRole>): Columns {
  const { head: names, roles } = columns;
  return { ...columns, roles: roles.map((role, at) => given.get(names[at] ?? '') ?? role) };
}

/** Nothing that is more likely a value: an id, an address, a sentence. */
function isHeading(text: string): boolean {
  if (text.length > LONGEST_HEAD || /^(?=\S*\d)[\w:.-]{12,}$|:\/\/|[。！!]/.test(text))
    return false;
  return text.split(/\s+/).length <= 5;
}

/** As written; a second column of the same heading is told from the first. */
function headings(cells: readonly Cell[]): string[] {
  const seen = new Set<string>();
  return cells.map(({ text }, index) => {
    const name = text === '' ? String(index + 1) : text.replaceAll(/\s+/g, ' ');
    const own = seen.has(name) ? `${name} (${index + 1})` : name;
    seen.add(own);
    return own;
  });
}

/** What columns, or fields, of these names hold. */
export function byHeading(names: string[]): Columns {
  const cores = names.map(core);
  const roles: ColumnRole[] = names.map((name) => (isSecretHeading(name) ? 'ignore' : 'keep'));
  const halves = halvesOf(cores);
  for (const [at, name] of names.entries()) {
    if (isKeyHeading(name) || halves[at]) roles[at] = 'key';
  }
  for (const at of taskColumns(cores)) roles[at] = 'task';
  const withKey = roles.includes('key');
  const taken = new Set<ColumnRole>();
  for (const { at, role } of rolesBySense(cores, withKey)) {
    if (roles[at] !== 'keep' || taken.has(role)) continue;
    roles[at] = role;
    if (!MANY.includes(role)) taken.add(role);
  }
  return { head: names, roles, halves };
}

/** What the words of headings say, the surest first. */
function rolesBySense(
  cores: readonly string[],
  withKey: boolean,
): { at: number; role: ColumnRole }[] {
  const own = OWN.flatMap(([role, words]) =>
    [...cores.keys()].flatMap((at) => (words.test(cores[at] ?? '') ? { at, role } : [])),
  );
  const read = cores.flatMap((name, at) => {
    const reading = learnt.words.readingOf(name);
    const isAddress = withKey && (/^urls?$/i.test(name) || reading?.sense === 'url');
    const role = isAddress ? 'address' : reading && ROLES[reading.sense];
    return role ? [{ at, role, rank: reading?.rank ?? 0 }] : [];
  });
  return [...own, ...read.toSorted((a, b) => a.rank - b.rank || a.at - b.at)];
}

/** `task_id` beside `video_id` is one task; `可灵任务ID` beside `Sora task id` are two. */
function taskColumns(cores: readonly string[]): number[] {
  for (const [tier, words] of TASKS.entries()) {
    const found = [...cores.keys()].filter((at) => {
      const name = cores[at] ?? '';
      return isOfTier(name, words, tier) && !isOfOther(name);
    });
    const plain = found.filter((at) => isUnmarked(cores[at] ?? ''));
    const first = plain.toSorted((a, b) => rank(cores[a]) - rank(cores[b]))[0];
    if (found.length > 0) return found.filter((at) => !plain.includes(at) || at === first);
  }
  return [];
}

function isUnmarked(name: string): boolean {
  return PLAIN_IDS.test(name) || (learnt.words.readingOf(name) !== null && !OF_SERVICE.test(name));
}

function rank(name = ''): number {
  const concepts = learnt.words.readingOf(name)?.concepts;
  return /^task/i.test(name) || concepts?.has('task') || concepts?.has('order') ? 0 : 1;
}

/** Both halves of a pair, or neither. */
function halvesOf(cores: readonly string[]): Segment['half'][] {
  const halves = cores.map(
    (name) => HALVES.find(([, words]) => words.test(name))?.[0] ?? halfIn(name),
  );
  return new Set(halves.filter(Boolean)).size === 2 ? halves : halves.map(() => null);
}

/** `アクセスキー` beside `シークレットキー`. */
function halfIn(name: string): Segment['half'] {
  const { sense, concepts } = learnt.words.readingOf(name) ?? {};
  if (sense !== 'key') return null;
  return concepts?.has('secret') ? 'secret' : concepts?.has('access') ? 'access' : null;
}

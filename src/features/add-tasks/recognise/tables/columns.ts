import type { Cell } from './grid';
import type { ColumnRole, Segment } from '~/features/add-tasks/recognise/analysis';

/** What the columns of a table are called and hold. */
export interface Columns {
  head: string[];
  roles: ColumnRole[];
  halves: Segment['half'][];
}

/** Longer texts are no headings, in characters. */
const LONGEST_HEAD = 40;
/** `可灵`, `Sora 2` before the word that counts. */
const BEFORE = '(?:[\\p{L}\\d.]{1,20}[\\s_-]){0,2}\\p{Script=Han}{0,8}\\s?';
const head = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'iu');
const SERVICES =
  'sora|veo|kling|wan|grok|seedance|hailuo|vidu|pika|gen|runway|luma|ltx|minimax|ark|comfy|可灵|即梦|海螺|豆包|万相|通义|方舟|混元|智谱|清影';

/** Task ids, the surest first. */
const TASKS: readonly RegExp[] = [
  head(
    `${BEFORE}(?:task|job|(?:任务|作业|生成)\\s?)[ _-]?(?:ids?|no\\.?|number|编号|号码?)|${BEFORE}(?:video|generation|prediction|operation|render|视频\\s?)[ _-]?(?:ids?|编号|号码?)`,
  ),
  head(`(?:(?:${SERVICES})[\\d. _-]{0,5})?(?:ids?|uuid|编号|id号)`),
];
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

/** Each holds at most one column of a table, except the last ones; the surest words first. */
const ROLES: readonly [role: ColumnRole, words: RegExp][] = [
  [
    'name',
    head(
      'title|name|label|(?:clip|file|video|task)[ _-]?(?:name|title)|标题|名称?|名字|片名|作品名?称?|(?:视频|任务|文件)名称?',
    ),
  ],
  ['shot', head('(?:shot|镜头|镜号|分镜)\\s?(?:id|no\\.?|number|code|#|编号|号)?')],
  ['shot', head('(?:shot|镜头|分镜)[ _-]?(?:name|title|名称?)')],
  ['shot', head('(?:scene|场次|场景|sequence)\\s?(?:id|no\\.?|number|name|#|编号|号|名称?)?')],
  ['name', head('(?:take|clip|version|ver\\.?|条次?|版本|版次)\\s?(?:no\\.?|number|#|编号|号)?')],
  ['name', head('tasks?|jobs?|videos?|任务|视频|片子')],
  ['client', head('(?:end )?clients?|customer|brand|advertiser|客户|品牌方?|甲方|广告主')],
  ['client', head('(?:client|customer|brand|客户|品牌)\\s?(?:name|名称?)')],
  ['note', head('notes?|remarks?|comments?|memo|feedback|备注|说明|批注|反馈|意见|注')],
  [
    'address',
    head(
      `${BEFORE}(?:(?:api|base|service|gateway)[ _-]?(?:url|address|host)|endpoint|gateway|host|base|(?:api|接口|服务)?\\s?地址|接口|网关|域名)`,
    ),
  ],
  ['ignore', head('#|no\\.?|nr\\.?|row|index|idx|序号|行号')],
];
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
  const says = columns.roles.some((role) => role === 'task' || role === 'key');
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
  return TASKS.some((words) => words.test(core(name)));
}

/** The heading names ids of something else, such as what a video was made from. */
export function isOtherId(name: string): boolean {
  return OTHER_IDS.test(name) && /ids?$|uuid|编号/i.test(core(name));
}

/** What a column of this heading holds is never kept. */
export function isSecretHeading(name: string): boolean {
  return SECRETS.test(core(name));
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
  const roles: ColumnRole[] = cores.map((name) => (SECRETS.test(name) ? 'ignore' : 'keep'));
  const halves = halvesOf(cores);
  for (const [at, name] of cores.entries()) {
    if (KEYS.test(name) || halves[at]) roles[at] = 'key';
  }
  for (const at of taskColumns(cores)) roles[at] = 'task';
  const taken = new Set<ColumnRole>();
  for (const [role, words] of ROLES) {
    for (const [at, name] of cores.entries()) {
      if (roles[at] !== 'keep' || taken.has(role) || !words.test(name)) continue;
      roles[at] = role;
      if (!MANY.includes(role)) taken.add(role);
    }
  }
  const withKey = roles.includes('key');
  for (const [at, name] of cores.entries())
    if (withKey && /^urls?$/i.test(name)) roles[at] = 'address';
  return { head: names, roles, halves };
}

/** `task_id` beside `video_id` is one task; `可灵任务ID` beside `Sora task id` are two. */
function taskColumns(cores: readonly string[]): number[] {
  for (const words of TASKS) {
    const found = [...cores.keys()].filter(
      (at) => words.test(cores[at] ?? '') && !OTHER_IDS.test(cores[at] ?? ''),
    );
    const plain = found.filter((at) => PLAIN_IDS.test(cores[at] ?? ''));
    const first = plain.toSorted((a, b) => rank(cores[a]) - rank(cores[b]))[0];
    if (found.length > 0) return found.filter((at) => !plain.includes(at) || at === first);
  }
  return [];
}

function rank(name = ''): number {
  return /^task/i.test(name) ? 0 : 1;
}

/** Both halves of a pair, or neither. */
function halvesOf(cores: readonly string[]): Segment['half'][] {
  const halves = cores.map((name) => HALVES.find(([, words]) => words.test(name))?.[0] ?? null);
  return new Set(halves.filter(Boolean)).size === 2 ? halves : halves.map(() => null);
}

import { learnt } from '~/features/add-tasks/recognise/words/learnt';

/** What a name beside a value says of it. English and Chinese are here; words of all languages are in `words`. */

/** A `page` is what a person opens: `打开`, `log in at`. A `password` opens something else than a service. */
export type NameKind =
  | 'key'
  | 'id'
  | 'bare-id'
  | 'junk'
  | 'password'
  | 'address'
  | 'document'
  | 'page';

interface Noun {
  kind: NameKind;
  /** In the phrase as {@link spaced} writes it. */
  from: number;
  end: number;
}

/** `klingAccessKey_ID` → `kling access key id`. */
export function spaced(phrase: string): string {
  const found = known.spaced.get(phrase);
  if (found !== undefined) return found;
  const read = learnt.words.folded(
    phrase
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replaceAll(/([A-Z])(?=[A-Z][a-z]{2})/g, '$1 ')
      .replaceAll(/[\s_\-./#]+/g, ' ')
      // Numbers differ where names do not.
      .replaceAll(/\d+/g, '0'),
  );
  if (known.spaced.size < MANY) known.spaced.set(phrase, read);
  return read;
}

/** As many different names as any text has. */
const MANY = 2000;
/** Texts say the same names over and over. */
const known = {
  spaced: new Map<string, string>(),
  value: new Map<string, Noun | null>(),
  address: new Map<string, Noun | null>(),
};

/** Keeps nothing of a text once it is read. */
export function forgetNames(): void {
  for (const map of Object.values(known)) map.clear();
}

const word = (words: string): string => `(?<![a-zà-ÿа-я])(?:${words})(?![a-zà-ÿа-я])`;

const KEY_WORDS = `${word(
  'x goog api key|(?:x )?api ?keys?|(?:access|secret|app|auth) ?(?:access )?(?:keys?|tokens?)(?: ?(?:id|secret))?|app ?secret|keys?(?: id)?|tokens?|secrets?(?: ids?)?|credentials?|bearer|authorization|ak ?[/&+] ?sk|ak ?sk|ak|sk|iss|pat|clave|llave|clé|cle|clef|schlüssel|chiave|chave|ключ|токен',
)}|密钥|秘钥|密匙|秘匙|令牌|金钥|金鑰|密鑰|钥匙|鑰匙|凭证|凭据|🔑|🗝|キー|トークン|키|토큰`;

/** Keys of something that is not a service. */
const OTHER_KEYS = `${word(
  '(?:idempotency|cache|sort|primary|foreign|object|file|image|partition|project|issue|page|next|continuation|csrf|xsrf|push|device|storage|hot|short|event|routing|group|dict|json|map|max|total|prompt|completion|input|output|used|shot|scene|sync) (?:page )?(?:keys?|tokens?)|keys? ?(?:frames?|words?)|tokens? (?:count|used|usage)|(?:remix|remixed|source|parent|original|origin|reference|input|previous|extended?|base)(?: from)?(?: video| task| job| generation| image)? (?:uu)?ids?',
)}|视频号(?!码)|(?:抖音|快手|小红书|哔哩哔哩|b站|tiktok|youtube|instagram|bilibili)的? ?(?:视频|作品|笔记|videos?|reels?|shorts)? ?(?:ids?(?![a-z])|号)`;

const TASK_WORDS = `${word(
  '(?:tasks?|videos?|jobs?|generations?|generate|predictions?|operations?|invocations?|creations?|renders?|inferences?|clips?|shots?|takes?)(?: (?:uu)?ids?| arn| no| number)?',
)}|${word('tarea|tache|tâche|aufgabe|auftrag|задач[аиу]|tarefa|compito')}|タスク|작업|(?:任务|任務|作业|作業|视频|視頻|成片|片子|镜头)(?: ?ids?(?![a-z])|编号|編號|号)?`;

const FAMILIES =
  'sora|veo|kling|wan|grok|seedance|hailuo|vidu|pika|gen|runway|luma|ltx|hunyuan|minimax|jimeng|fal|replicate|vertex|ark';
/** Before `id` these say nothing of whose it is. */
const NO_OWNER =
  'the|this|that|is|an|a|my|our|its|it|your|new|check|and|with|for|of|please|pls|query|watch|here|following|below|these|those|all|by|to|old|latest|first|second|last|same|wrong|right|two|three|get|result|external|remote|provider|service|api|no|or|as|in|on|at|has|have|got';
const BARE_IDS = `${word(`(?:(?:${FAMILIES}) )?(?:uu)?ids?`)}|(?<![\\u4e00-\\u9fff])(?:编号|編號|識別碼)|識別子|식별자|id是|${word('kennung|identificador')}`;

/** Things with a number that are no tasks. A word that nobody knows before `id` is one too. */
const OTHER_THINGS = `${word(
  `(?:(?:bank |credit )?cards?|ident(?:ity|ification)|passport|orders?|invoices?|phones?|mobile|products?|sku|campaigns?|assets?|trace|logs?|workflows?(?: run)?|prompts?|requests?|req|resp|session|sess|observation|ads?(?: ?(?:set|group))?|creatives?|adgroup|conv|msg|evt|acct|usr|wrk|fld|tenants?|span|correlation|seed|timestamps?|offset|epoch|groups?|guild|channels?|discord|telegram|whatsapp|wechat|slack|customers?|clients?|tickets?|meetings?|nodes?|frames?|messages?|conversations?|threads?|commits?|builds?|uploads?|org|organi[sz]ation|teams?|workspaces?|users?|accounts?|projects?|webhooks?|tracking|serial|device|iban|payment|payee|paid|transfer|amount|contract|events?|parent|media|images?|files?|batch|steps?|executions?|chat|bot|app)(?: run)?(?: (?:uu)?ids?| numbers?| no)?|(?!(?:${NO_OWNER}|${FAMILIES}) )[a-z]{2,} (?:uu)?ids?`,
)}|(?:银行|广告|创意|广告?计划|推广单元|店铺|直播间|团队|空间|组织|企业|应用|频道|模板|笔记|卡号|身份证|订单|訂單|发票|发片|手机|電話|电话|商品|产品|素材|追踪|日志|流程|工作流|提示词|请求|請求|会话|租户|用户|账号|帐号|账户|参考图|首帧|尾帧|图片|音频|尾款|定金|打款|汇款|转账|收款|付款|金额|快递|运单|物流|工单|会议|會議|群号|微信|合同|税号|学号|工号|种子|单号|批号|邮编|护照)(?:\\s?(?:uu)?ids?(?![a-z])|编号|号码|号)?|(?<!任务|视频|作业|任務|影片|生成|工作)(?<=[\\u4e00-\\u9fff])(?:编号|号码|号|編號|號碼|號)(?![\\u4e00-\\u9fff])`;

const ADDRESS_WORDS = `${word('(?:api )?(?:base|url|uri|endpoint|host|server|gateway|address|proxy|origin)(?: urls?)?|api')}|接口|地址|网关|域名|中转|服务|入口`;
const DOCUMENT_WORDS = `${word('(?:docs?|documents?|documentation|wiki|guide|manual|readme|help|tutorial|reference|see|howto|chat|meeting|folder|drive|brief|script|storyboard|spec|notes?|ticket|issue|website|homepage|console|dashboard|callback|webhook|notify|notification|redirect|return|success|cancel|images?|cover|thumbnail|avatar|logo|preview|payment|billing|pricing|invite|shop|store)(?: (?:url|uri|link|address|site|page|endpoint))?')}|(?:文档|说明|教程|手册|帮助|官网|控制台|会议|网盘|脚本|分镜|参考图?|链接在|群里|回调|通知|购买|充值|支付|付款|收货|图片|图床|预览|封面|邀请|注册|申请)(?:的?(?:地址|链接|入口|网址|接口))?`;

/** Before an address that a person opens, or is told to leave alone. */
const PAGE_WORDS = `${word('not|instead of|avoid|open|visit|go to|log ?in(?: (?:at|to|on|via))?|sign in(?: (?:at|to|on))?|browse')}|打开|点开|访问|进入|登录|登陆|浏览|去|别用|不要用|不是|不用`;

const nouns = (source: string): RegExp => new RegExp(source, 'g');
/**
 * Of two that end at the same place the longer one counts, and then the earlier one here; the words of other languages
 * come after the first.
 */
const OF_VALUES: readonly (readonly [NameKind, RegExp])[] = [
  ['junk', nouns(OTHER_KEYS)],
  ['key', nouns(KEY_WORDS)],
  ['id', nouns(TASK_WORDS)],
  ['bare-id', nouns(BARE_IDS)],
  ['junk', nouns(OTHER_THINGS)],
];
const OF_ADDRESSES: readonly (readonly [NameKind, RegExp])[] = [
  ['document', nouns(DOCUMENT_WORDS)],
  ['address', nouns(ADDRESS_WORDS)],
  ['page', nouns(PAGE_WORDS)],
];

/** The last noun of a phrase: it is what the value after it is. */
export function lastNoun(phrase: string, of: 'value' | 'address' = 'value'): Noun | null {
  if (!/[a-z\u00df-\uffff]/.test(phrase)) return null;
  const found = known[of].get(phrase);
  if (found !== undefined) return found;
  const noun = findLast(phrase, of);
  if (known[of].size < MANY) known[of].set(phrase, noun);
  return noun;
}

/** What the word that a value begins with says of it: `req_…`, `trace-…`. */
export function ownNoun(value: string): NameKind | null {
  const first = /^[a-z]{2,12}(?=[-_])/.exec(value)?.[0];
  return first === undefined ? null : (lastNoun(first)?.kind ?? null);
}

function findLast(phrase: string, of: 'value' | 'address'): Noun | null {
  const own = of === 'value' ? OF_VALUES : OF_ADDRESSES;
  const [first, ...rest] = own.map(([kind, shape]) =>
    [...phrase.matchAll(shape)].map(({ 0: noun, index: from }): Noun => ({
      kind,
      from,
      end: from + noun.length,
    })),
  );
  let last: Noun | null = null;
  for (const noun of [first ?? [], learnt.words.nounIn(phrase, of) ?? [], ...rest].flat()) {
    const { from, end } = noun;
    if (last === null || end > last.end || (end === last.end && from < last.from)) last = noun;
  }
  return last;
}

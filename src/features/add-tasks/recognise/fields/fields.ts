import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import { calledBefore } from '~/features/add-tasks/recognise/keys/called';
import { decoded, type Segments } from '~/features/add-tasks/recognise/segments';
import { lastNoun, spaced } from '~/features/add-tasks/recognise/nouns';
import type { Segment, SegmentKind } from '~/features/add-tasks/recognise/analysis';
import { IN_PROSE, NO_ID } from '~/features/add-tasks/recognise/shapes';

/** What the text calls a value: `"task_id": "…"`, `任务ID：…`, `request_id=…`. */

const NAMES =
  '(?:task|video|job|generation|generate|prediction|operation)[ _-]?id|uuid|id|(?:任务|视频|作业)\\s?id|任务编号|视频编号|任务号';
/** Ids of something other than the task. */
const OTHERS =
  '(?:request|trace|session|user|order|account|key|meeting|employee|client|customer|device|apple|discord|project|team|channel|group|file|invoice|ticket) |请求\\s?|用户\\s?|订单\\s?|会话\\s?';
const VALUE = '[A-Za-z0-9](?:[A-Za-z0-9_\\-:.+/=%]{0,1998}[A-Za-z0-9_=\\-])?';
const FIELD = new RegExp(
  `(?<![A-Za-z0-9_\\-]|${OTHERS})(?:${NAMES})(["'\\\\]{0,4})\\s{0,3}(?:[:=：]>?|-+>|→|>|是|为|(?<=[iI][dD]) is)\\s{0,3}["'\\\\]{0,4}(?!https?:)(${VALUE})`,
  'dgi',
);
const LIST =
  /(?<![A-Za-z0-9])(?:task|video|job)?[_-]?ids["'\\]{0,4}\s{0,3}[:=]\s{0,3}\[([^[\]{}]{0,100000})\]/dgi;
/** Headings of other columns and status words, which can occur where an id could. */
const NOTHING =
  /^(?:null|none|string|undefined|true|false|nan|n\/a|tb[ad]|name|title|model|prompt|status|state|date|time|queued|pending|waiting|submitted|running|processing|in_progress|completed?|succe(?:ss|eded)|done|ready|failed|failure|error|cancell?ed|expired|unknown)$/i;

/** The value of an id field is an id, whatever it looks like; a short number or word may be one. */
export function claimFields(claims: Segments): void {
  for (const match of claims.text.matchAll(FIELD)) {
    const span = match.indices?.[2];
    const kind = kindOf(match[2] ?? '', match[1] !== '');
    if (!span || !kind) continue;
    const isOther = calledBefore(claims.text, span[0])?.kind === 'junk';
    claims.claim(isOther ? 'maybe' : kind, span[0], span[1], decoded(match[2] ?? ''));
  }
  for (const match of claims.text.matchAll(LIST)) {
    const from = match.indices?.[1]?.[0] ?? 0;
    for (const item of (match[1] ?? '').matchAll(/[A-Za-z0-9][\w\-:.+/=%]{0,200}/g)) {
      const [value] = item;
      const kind = kindOf(value, true);
      if (kind) claims.claim(kind, from + item.index, from + item.index + value.length);
    }
  }
}

/** @param quoted the field is JSON, so that even a plain word is a value */
export function kindOf(value: string, quoted: boolean): SegmentKind | null {
  if (NOTHING.test(value) || /^[A-Za-z][\w-]{0,40}(?:id|key|token):/i.test(value)) return null;
  if (/^\d+$/.test(value)) return value.length > 5 ? 'id' : 'maybe';
  if (/[\d_:-]/.test(value)) return NO_ID.some((no) => no.test(value)) ? null : 'id';
  return quoted && value.length > 2 ? 'maybe' : null;
}

/** `任务id 796671951`, `task id 8f3k2m9q`, `生成任务：12345678901`: right behind the name of a task, or of its id. */
export function wordKind(text: string, value: string, start: number): SegmentKind {
  if (
    value.length < 6 ||
    !/[dD号號호:：=は는은↓]\s?$/.test(text.slice(Math.max(0, start - 2), start))
  )
    return 'maybe';
  const called = calledBefore(text, start);
  if (called?.kind !== 'id' || !called.direct) return 'maybe';
  const isNumber = called.firm && /^\d{9,}$/.test(value) && !IN_PROSE.some((no) => no.test(value));
  const saysId =
    /(?:id|编号|号)$/i.test(called.phrase.trim()) || learnt.words.saysNumber(spaced(called.phrase));
  return isNumber || saysId ? 'id' : 'maybe';
}

const NAME_BEFORE =
  /((?:请求|追踪|会话|用户|订单)\s?(?:id|编号|号)?|手机号?码?|电话|传真|微信号?|密码|验证码|身份证号?码?|银行卡号?|密钥|秘钥|令牌|[A-Za-z][\w-]{0,40}|[A-Za-z][\w-]{0,20} id)["'\\]{0,4}(?:\s{0,2}[:=：]\s{0,2}|\t|(?<=seed|code|(?:request|trace|session) id) )["'\\]{0,4}$/i;
/** Ids of something other than the task; some services use these names for the task, so they are offered. */
const ANOTHER =
  /^(?:x-)?(?:请求|追踪|会话|用户|订单|request|req|trace|span|session|correlation|upload|media|file|image|asset|client|conversation|message|event|parent|ray|cf-ray|commit|sha|build|container)[\w -]*(?:编号|号码?)?$/i;
/** Names and contact details of people. */
const CONTACT =
  /^(?:手机号?码?|电话|传真|微信号?|密码|验证码|身份证号?码?|银行卡号?|密钥|秘钥|令牌|(?:[\w-]*[ _-])?key|token|pass(?:word|wd)|pwd|tel|phone|mobile|cell|fax|qq|wechat|whatsapp|vat|iban)$/i;
const NAMING = /^(?:(?:clip|file|video|task|shot)[ _-]?)?(?:name|title|label)$/i;
/** Numbers that count or date something. */
const COUNT =
  /(?:^|_)(?:user|account|org|organization|group|channel|tenant)_?id$|(?:_at|at|time|timestamp|_ts|date|seed|created|updated|expires|expiry|size|width|height|bytes|length|duration|seconds|fps|quota|cost|price|code|version|port|pid)$/i;

/** What an id of ambiguous shape is, judged by the name before it. */
export function plainIdKind(text: string, value: string, start: number): SegmentKind {
  const called = calledBefore(text, start);
  if (called?.kind === 'junk') return 'maybe';
  if (called?.kind === 'password') return 'doubt';
  if (called?.kind === 'id' && called.firm) return 'id';
  if (called === null && isOfKey(text, start)) return 'doubt';
  const name = nameBefore(text, start);
  if (name === undefined) return isPersonal(value) ? 'maybe' : 'id';
  if (COUNT.test(name)) return /^\d+$/.test(value) ? 'other' : 'maybe';
  return ANOTHER.test(name) ? 'maybe' : 'id';
}

/**
 * `the api key ends soon, use U`, `Backup: U` below a key: the text speaks of a key, and of nothing else that U could
 * be.
 */
function isOfKey(text: string, start: number): boolean {
  const near = text.slice(Math.max(0, start - LINE), start);
  const at = near.lastIndexOf('\n') + 1;
  const before = near.slice(at);
  if (SPARE.test(before)) return lastNoun(spaced(near.slice(0, at)))?.kind === 'key';
  if (/:\/\/|(?=\S*\d)\S{12}/.test(before)) return false;
  return /(?<![a-z])api[\s:：=]*$/i.test(before) || lastNoun(spaced(before))?.kind === 'key';
}

/** In characters. */
const LINE = 120;
const SPARE =
  /^[\s>*•-]*(?:backup|spare|second(?:ary)?|primary|alternative|old|new|prod(?:uction)?|test|staging|备用|备份|旧的?|新的?|测试|生产|正式)\s?\d?[\s:：=>-]*$/i;

/** The numbers of bank cards and identity cards check themselves; so few others do that they are only offered. */
export function isPersonal(value: string): boolean {
  if (/^[3-6](?:\d{15}|\d{18})$/.test(value)) return isCard(value);
  return /^[1-6]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]$/.test(value);
}

/** Luhn's sum. */
function isCard(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, index) => {
      const twice = digit * (1 + (index % 2));
      return total + (twice > 9 ? twice - 9 : twice);
    }, 0);
  return sum % 10 === 0;
}

/** What something shaped like an id is, judged by the name before it: models have names that look like ids. */
export function shapedIdKind(text: string, value: string, start: number): SegmentKind | null {
  const name = nameBefore(text, start) ?? '';
  if (/^(?:model(?:_name)?|prompt|size|object|type)$/i.test(name)) return 'other';
  if (/[:=：]\s?["']?$/.test(text.slice(Math.max(0, start - 3), start))) {
    const called = calledBefore(text, start);
    if (called?.kind === 'junk' && ORIGIN.test(called.phrase)) return 'maybe';
  }
  return NAME_LIKE.test(value) ? null : 'id';
}

/** What a task was made from. */
const ORIGIN = /remix|source|parent|origin|reference|input|previous|extend|base/i;

/** Variables (`VIDEO_ID_1=`), sizes, codecs and dates: `video_1080p`, `video_h264`, `video_2026-01-02`. */
const NAME_LIKE =
  /^(?:video|task|char|sora)_(?:(?:ids?|urls?|type|count|width|height|list|status)(?:_?\d{1,3})?|\d{3,4}p|\dk|h26[45]|mp4|(?:19|20)\d\d(?:[_-]?\d\d){0,2})=*$/i;

/** True for a number whose field names a size, a time or the like, for what people are reached by, and for names. */
export function isCount(text: string, value: string, start: number): boolean {
  const name = nameBefore(text, start);
  if (name === undefined) return isPassword(text, start);
  return CONTACT.test(name) || NAMING.test(name) || (/^[\d.]+$/.test(value) && COUNT.test(name));
}

function isPassword(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return /[^ -~]|[:=]/.test(before) && calledBefore(text, start)?.kind === 'password';
}

/** Not worth offering next to clear ids: request ids, row numbers. */
export function isWeak(text: string, { kind, value, start }: Segment): boolean {
  if (kind !== 'maybe') return false;
  if (/^\d{1,5}$/.test(value) || ANOTHER.test(nameBefore(text, start) ?? '')) return true;
  return calledBefore(text, start)?.kind === 'junk' || isPersonal(value);
}

/** Most words have no name before them; looking at two characters is cheaper than at fifty. */
function mayHaveName(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && `"'\\`.includes(text.charAt(at - 1))) at -= 1;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) {
    if (text.charAt(at - 1) === '\t') return true;
    at -= 1;
    if (start - at > 12) return false;
  }
  return /[:=：de]/i.test(text.charAt(at - 1));
}

function nameBefore(text: string, start: number): string | undefined {
  if (!mayHaveName(text, start)) return undefined;
  return NAME_BEFORE.exec(text.slice(Math.max(0, start - 56), start))?.[1];
}

import { decoded, type Claims, type Segment, type SegmentKind } from './claims';
import { NO_ID } from './shapes';

/** What the text calls a value: `"task_id": "…"`, `任务ID：…`, `request_id=…`. */

const NAMES =
  '(?:task|video|job|generation|generate|prediction|operation)[ _-]?id|uuid|id|(?:任务|视频|作业)\\s?id|任务编号|视频编号|任务号';
/** Whose id it is, where it is not the task's. */
const OTHERS = '(?:request|trace|session|user|order|account) |请求\\s?|用户\\s?|订单\\s?|会话\\s?';
const VALUE = '[A-Za-z0-9](?:[A-Za-z0-9_\\-:.+/=%]{0,200}[A-Za-z0-9_=\\-])?';
const FIELD = new RegExp(
  `(?<![A-Za-z0-9_\\-]|${OTHERS})(?:${NAMES})(["'\\\\]{0,4})\\s{0,3}(?:[:=：]|是|为)\\s{0,3}["'\\\\]{0,4}(?!https?:)(${VALUE})`,
  'dgi',
);
const LIST =
  /(?<![A-Za-z0-9])(?:task|video|job)?[_-]?ids["'\\]{1,4}\s{0,3}:\s{0,3}\[([^[\]{}]{0,100000})\]/dgi;
const NOTHING = /^(?:null|none|string|undefined|true|false|nan|n\/a)$/i;

/** What stands in a field for an id is one, whatever it looks like; a short number or a word may be one. */
export function claimFields(claims: Claims): void {
  for (const match of claims.text.matchAll(FIELD)) {
    const span = match.indices?.[2];
    const kind = kindOf(match[2] ?? '', match[1] !== '');
    if (span && kind) claims.claim(kind, span[0], span[1], decoded(match[2] ?? ''));
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

/** @param quoted the field is one of JSON, so that a mere word in it is a value as well */
export function kindOf(value: string, quoted: boolean): SegmentKind | null {
  if (NOTHING.test(value)) return null;
  if (/^\d+$/.test(value)) return value.length > 5 ? 'id' : 'maybe';
  if (/[\d_:-]/.test(value)) return NO_ID.some((no) => no.test(value)) ? null : 'id';
  return quoted && value.length > 2 ? 'maybe' : null;
}

const NAME_BEFORE =
  /((?:请求|追踪|会话|用户|订单)\s?(?:id|编号|号)|[A-Za-z][\w-]{0,40}|[A-Za-z][\w-]{0,20} id)["'\\]{0,4}\s{0,2}[:=：]\s{0,2}["'\\]{0,4}$/i;
/** Ids, but of something else than the task; some services name the task so, thus they are offered. */
const ANOTHER =
  /^(?:x-)?(?:请求|追踪|会话|用户|订单|request|req|trace|span|session|correlation|upload|media|file|image|asset|client|conversation|message|event|parent|ray|cf-ray)[\w -]*$/i;
/** Numbers that count or date something. */
const COUNT =
  /(?:^|_)(?:user|account|org|organization|group|channel|tenant)_?id$|(?:_at|at|time|timestamp|_ts|date|seed|created|updated|expires|expiry|size|width|height|bytes|length|duration|seconds|fps|quota|cost|price|code|version|port|pid)$/i;

/** What an id is that others share their looks with, by the name before it. */
export function plainIdKind(text: string, value: string, start: number): SegmentKind {
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - 56), start))?.[1];
  if (name === undefined) return 'id';
  if (COUNT.test(name)) return /^\d+$/.test(value) ? 'other' : 'maybe';
  return ANOTHER.test(name) ? 'maybe' : 'id';
}

/** True for a number that some field names as a size, a time or the like. */
export function isCount(text: string, value: string, start: number): boolean {
  if (!/^[\d.]+$/.test(value)) return false;
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - 56), start))?.[1];
  return name !== undefined && COUNT.test(name);
}

/**
 * An answer names its task more than once: by a bare id inside (`task_…` beside `sora-2:task_…`), and parts of it
 * have ids of their own. The bare twin is no second task; ids of parts are offered.
 */
export function withoutParts(text: string, segments: Segment[]): Segment[] {
  const twins = new Set(
    segments.flatMap(({ kind, value }) =>
      kind === 'id' ? (/^[^:]+:(.+)$/.exec(value)?.[1] ?? []) : [],
    ),
  );
  const parts = partsOf(text, segments);
  return segments.map((segment) => {
    if (segment.kind !== 'id') return segment;
    if (twins.has(segment.value)) return { ...segment, kind: 'other' };
    return parts.has(segment) ? { ...segment, kind: 'maybe' } : segment;
  });
}

/** Ids in fields called `id` within an object of JSON whose own task is named. */
function partsOf(text: string, segments: readonly Segment[]): Set<Segment> {
  interface Level {
    ids: Segment[];
    parent: Level | null;
  }
  let level: Level = { ids: [], parent: null };
  const inside: { segment: Segment; level: Level }[] = [];
  const ids = segments.filter(({ kind }) => kind === 'id');
  let next = 0;
  for (const brace of text.matchAll(/[{}]/g)) {
    for (let id = ids[next]; id && id.start < brace.index; id = ids[(next += 1)]) {
      level.ids.push(id);
      inside.push({ segment: id, level });
    }
    if (brace[0] === '{') level = { ids: [], parent: level };
    else level = level.parent ?? level;
  }
  return new Set(
    inside.flatMap(({ segment, level: { parent } }) => {
      // The outermost level is the text around the JSON.
      const named = parent?.parent && parent.ids.length === 1;
      return named && !/^(?:task|video|sora|cgt)[_-]|:/.test(segment.value) ? segment : [];
    }),
  );
}

import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import { FAMILIES, NO_ID, TAKES } from '~/features/add-tasks/recognise/shapes';
import type { Sense } from '~/features/add-tasks/recognise/words/senses';

/** The longest name accepted, in characters. */
const LONGEST = 80;
/** Words that name fields and states rather than takes. */
const NO_NAME =
  /^(?:.*(?<![a-z])ids?|tasks?|videos?|keys?|api.*|status|state|model|queued|running|pending|processing|in_progress|completed|succeeded|success|failed|failure|done|error|info|warn|debug|密钥|(?:生成|新建?|当前)?任务.*|视频.*|tarea|tâche|aufgabe|auftrag|задач[аи]|排队.*|完成|已完成|生成中|失败|状态|地址|address|base.*|url|null|true|false|bearer|authorization|ok|thanks?.*|thx|please|pls|谢谢|好的|curl.*|.*\b(?:task|job|video|generation|request)s? (?:created|submitted|started|accepted|queued|done|finished)|submitt\w*|polling|created|started|accepted|waiting|generating|已?提交.*|已?创建.*)$/i;

/** Names of fields with these senses name no take: `Auftrags-ID`, `備考`. */
const OF_FIELDS: ReadonlySet<Sense> = new Set([
  'task',
  'id',
  'request',
  'other',
  'key',
  'secret',
  'note',
]);

/** What is numbered: `shot 3`, `EP02`, `S01E02`. */
const PART = new RegExp(`^(?:${TAKES}|s\\d{1,3}e)[\\s_.-]?\\d{1,4}[a-z]?$`, 'i');
/** `take 1`, `T1`, `v2`, `第3条`: names within a shot. */
const TAKE = new RegExp(
  `^(?:(?:take|clip|cut|version|draft|part)[\\s_.-]?\\d{1,4}[a-z]?|[tv]\\d{1,3}|第\\s?[\\d一二三四五六七八九十]{1,3}\\s?[条條版次个個遍回]|[条條版]\\s?\\d{1,3})$`,
  'i',
);
/** `SH010`, `EP01-SH003`, `SC01_SH010`, `Shot_012`, `镜头3`. */
const SHOT_CODE =
  /^(?:[A-Z]{1,4}\d{0,3}[-_])?(?:(?:sh|sc|sq|seq|ep|shot|scene)[-_]?\d{1,4}[a-z]?)(?:[-_](?:sh|sc|sq|seq|shot|scene|take|t|v)?[-_]?\d{1,4}[a-z]?){0,3}$/i;
/** A code at the beginning of a name: `NW-01 Ferry at dawn`, `Scene 2: night market`, `第3场 雨夜`. */
const CODED =
  /^(?:[A-Z]{1,4}\d{0,3}[-_ ]?\d{1,4}[A-Za-z]?(?![A-Za-z\d])|(?:shot|scene|sequence|ep|episode|seq)[\s_.-]?\d{1,4}|(?:镜头?|场景?|分镜|片段)\s?[\d一二三四五六七八九十]{1,4}|第\s?[\d一二三四五六七八九十]{1,4}\s?[场場镜鏡集幕])/i;

const MODEL = new RegExp(`^(?:${FAMILIES})`, 'i');

/**
 * The text as a task's name, or null if it is more likely something else.
 *
 * @param said its field is called a name: then a word with underscores is one too
 */
export function plausible(name: string, said = false): string | null {
  const trimmed = name.trim();
  if (
    PART.test(trimmed) ||
    isTake(trimmed) ||
    isShotCode(trimmed) ||
    learnt.words.isNumberedPart(trimmed, true)
  )
    return trimmed;
  const isName = /\p{L}{2}/u.test(trimmed) && trimmed.length <= LONGEST && !isField(trimmed);
  const isPiece = /\s{3}|[:：=]/.test(trimmed);
  const isCode = /^(?:[\w.:-]*\d[\w.:-]*|\w+_\w+)$/.test(trimmed) || /^\[?\d{4}-\d\d/.test(trimmed);
  const isWords = said && /\p{L}{3}_/u.test(trimmed) && isNoModel(trimmed);
  return isName && (!isCode || isWords || isNumbered(trimmed)) && !isPiece ? trimmed : null;
}

function isField(name: string): boolean {
  if (NO_NAME.test(name) || learnt.words.isState(name)) return true;
  const sense = learnt.words.readingOf(name)?.sense;
  return sense !== undefined && OF_FIELDS.has(sense);
}

/** `SH010_Lighthouse_t01`: a word with digits that begins like a shot, and not a model's or a file's. */
function isNumbered(name: string): boolean {
  return isCoded(name) && isNoModel(name);
}

function isNoModel(name: string): boolean {
  return !NO_ID.some((no) => no.test(name)) && !MODEL.test(name);
}

export function isTake(name: string): boolean {
  return TAKE.test(name) || learnt.words.isNumberedTake(name);
}

export function isShotCode(name: string): boolean {
  return name.length <= 40 && SHOT_CODE.test(name);
}

/** The name begins as shots are numbered. */
export function isCoded(name: string): boolean {
  return (
    CODED.test(name) ||
    learnt.words.isNumberedPart(name) ||
    isShotCode(/^\S{1,40}/.exec(name)?.[0] ?? '')
  );
}

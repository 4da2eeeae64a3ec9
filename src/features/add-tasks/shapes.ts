/** What keys, ids and addresses look like. A new shape is one line here and one example in `recognise.test.ts`. */

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';
/** Nothing that would make the match part of a longer word. */
const BEFORE = '(?<![A-Za-z0-9_\\-+/=.:@#%…*])';
const AFTER = '(?![A-Za-z0-9_\\-+=…*]|:[A-Za-z0-9]|\\.{3}|\\.[A-Za-z0-9])';

const shape = (source: string, flags = 'g'): RegExp => new RegExp(BEFORE + source + AFTER, flags);

/** Keys; where there is a group, it is the key. Masked ones (`sk-Vb3k…9f2c`, `sk-***`) are none. */
export const KEY_SHAPES: readonly RegExp[] = [
  /\bBearer\s+([A-Za-z0-9_\-.~+/:]{8,}=*)(?![…*]|\.{3})/gi,
  /(?<![A-Za-z0-9])(?:x-api-key|api[_-]?key|apikey|secret(?:[_-]?key)?|access[_-]?token|auth[_-]?token|密钥|秘钥)["'\\]*\s*(?:[:=：]|是|为)\s*["'\\]*([A-Za-z0-9_\-.]{12,})(?![…*A-Za-z0-9]|\.{3})/gi,
  /(?<![A-Za-z0-9_])(?:key|token)["'\\]*\s*[:=：]\s*["'\\]*([A-Za-z0-9_\-.]{20,})(?![…*A-Za-z0-9]|\.{3})/gi,
  shape('(?:sk|pk|rk|ak|gsk|xai|r8|fal|api|hf|key)[-_][A-Za-z0-9][A-Za-z0-9_\\-]{11,}'),
  shape('AIza[A-Za-z0-9_\\-]{30,}'),
  shape(`${UUID}:[0-9a-f]{32,}`),
];

/** A key that somebody masked: neither a key nor two ids. */
export const MASKED_KEY = /(?<![A-Za-z0-9])[A-Za-z0-9_-]{2,}(?:…|\.{3}|\*{3,})[A-Za-z0-9·]{0,8}/g;

/** A stand-in that people write instead of a key. */
export const PLACEHOLDER_KEY = /^(?:[a-z]{2,4}[-_])?(?:x{4,}|your[-_].*|\.+)$/i;

/** Ids that nothing else looks like. */
export const ID_SHAPES: readonly RegExp[] = [
  shape(`[A-Za-z][\\w.\\-]{0,40}:(?:task_[0-9A-Za-z]{6,}|${UUID}|\\d{10}-[A-Za-z0-9]{6,12})`),
  shape('gen-vid-\\d+-[A-Za-z0-9]{8,}'),
  shape('cgt-\\d{8,14}-\\w{4,}'),
  shape('(?:chatvideo|qvideo)-[A-Za-z0-9_\\-]{4,}'),
  shape(`(?:video|task|char|sora|vid|gen)_${UUID}`),
  shape('(?:video|task|char|sora)_(?=[A-Za-z0-9+/=_\\-]*\\d)[A-Za-z0-9+/_\\-]{4,}={0,2}'),
  shape('(?:video|task)_[A-Za-z0-9+/]{24,}={0,2}'),
  shape('sora-2(?:-pro)?-\\d{5,}'),
  shape(UUID),
  shape(
    '(?=[\\w.\\-]*[A-Za-z])[A-Za-z][\\w.\\-]{1,40}:(?=[A-Za-z0-9_\\-]*\\d)[A-Za-z0-9_\\-]{12,}',
  ),
  shape('\\d{15,24}'),
];

/** `"task_id": "…"`, `任务ID：…`: what stands in such a field is an id, whatever it looks like. */
export const ID_FIELD =
  /(?<![A-Za-z0-9_])(?:task[_-]?id|video[_-]?id|job[_-]?id|generation[_-]?id|id|任务\s?id|任务编号|任务号)["'\\]{0,3}\s{0,3}[:=：]\s{0,3}["'\\]{0,3}([A-Za-z0-9][A-Za-z0-9_\-:.+/=%]{2,200})/gi;

/** The head of such a column in a table. */
export const ID_HEAD =
  /^["']?(?:task[ _-]?id|video[ _-]?id|job[ _-]?id|id|任务\s?id|任务编号|任务号)["']?$/i;

export const URL_SHAPE = /https?:\/\/[^\s"'<>`\\，。；、（）「」『』“”‘’|{}[\]]+/gi;

/** Where an id stands in the address of a look-up. */
export const ID_IN_URL = [
  /\/videos?\/(?:generations\/|query\/)?(?!query\b|generations\b)([^/?#&]+)(?=$|[/?#])/i,
  /[?&](?:id|task_?id|video_?id)=([^&#]+)/i,
] as const;

/** Pictures, films and pages: links, not services. */
export const FILE_URL =
  /\.(?:mp4|m4v|mov|webm|mkv|gif|png|jpe?g|webp|svg|mp3|wav|pdf|zip|css|js|html?)(?:$|[?#])|[?&](?:se|sig|signature|expires|x-amz-[a-z]+)=/i;

const TLDS =
  'com|net|org|io|ai|cn|dev|app|cloud|xyz|top|site|co|me|us|eu|de|uk|fr|jp|kr|hk|tw|sg|tv|tech|run|vip|pro|info|shop|online|fun|plus|one|local|internal|lan|test|example';
export const HOST_SHAPE = new RegExp(
  `(?<![\\w@./:\\-])(?:(?:localhost|\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{2,5}(?:/[\\w./\\-]*)?|/[\\w./\\-]+)|(?:[a-z0-9][a-z0-9\\-]{0,62}\\.){1,6}(?:${TLDS})(?![a-z0-9\\-]|\\.[a-z])(?::\\d{2,5})?(?:/[\\w./\\-]*)?)`,
  'gi',
);

/** A word that may be an id. */
export const WORD = /(?<![A-Za-z0-9_@#])[A-Za-z0-9](?:[A-Za-z0-9_\-:.+/=%@]{1,200}[A-Za-z0-9=])/g;

/** Words with digits that are something else: dates, times, sizes, versions, files, mails, models. */
export const NO_ID: readonly RegExp[] = [
  /^\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/i,
  /^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?Z?$/,
  /^\d+(?:[.,]\d+)?(?:x\d+|[a-z]{1,3})?$/i,
  /^v?\d+(?:\.\d+)+(?:[-+][\w.]+)?$/i,
  /^\d+:\d+$/,
  /^(?:h26[45]|mp[34]|av1|vp9|utf-?8|http2?|sha-?\d+.*|md5.*|\d{3,4}p\d*|[48]k)$/i,
  /\.(?:mp4|m4v|mov|webm|png|jpe?g|webp|gif|csv|xlsx?|json|txt|log|md|pdf|zip|ts|js|py|go)$/i,
  /@/,
  /^(?:sora|veo|kling|wan|grok|seedance|hailuo|vidu|pika|gen|runway|luma|ltx|cogvideo|hunyuan|gpt|claude|gemini|doubao|minimax)[-_.]?v?\d[\w.-]{0,14}$/i,
  /^(?:http|curl|utc|gmt)/i,
];

/** Whole numbers of this many digits may be ids. */
export const MAYBE_NUMBER = /^\d{6,14}$/;

/** Words around a bare list that say what it is; they make no sentence of it. */
export const STRUCTURE =
  /\b(?:api|keys?|address|base|urls?|service|ids?|tasks?|videos?)\b|密钥|秘钥|地址|服务|任务/gi;

/** What ids, addresses and words look like. A new shape is one line here and one example in `recognise.test.ts`. */

import { UUID } from '~/core/key-shapes';
/** Not in the middle of a longer word. An id may follow `=`, `:` or `/`. */
const BEFORE = '(?<!(?<!%[0-9A-Fa-f])[A-Za-z0-9]|[\\-+@]|[A-Za-z0-9]_)';
const AFTER = '(?![A-Za-z0-9\\-+=]|_[A-Za-z0-9_\\-]|\\.[A-Za-z0-9])';

const shape = (source: string): RegExp => new RegExp(BEFORE + source + AFTER, 'g');

export const FAMILIES =
  'sora|veo|kling|wan|grok|seedance|hailuo|vidu|pika|gen|runway|luma|ltx|cogvideo|hunyuan|gpt|claude|gemini|doubao|minimax|flux|sdxl|dall-e';
const anyCase = (words: string): string =>
  words.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
/** What a video is cut into: `Take3` is a name, not an id and not a model. */
export const TAKES = 'take|shot|scene|clip|cut|part|ep|episode|version|draft|reel|spot|cam|camera';

/** Words before a colon that are not part of the id: `task:video_…`, `take3:video_…`. */
const NO_MODEL = `(?!(?:[\\w.\\-]{0,30}[iI][dD]|tasks?|videos?|jobs?|uuid|keys?|token|status|url|name|label|title|note|prompt|seed|ratio|sha\\d*|md5|result|output|response|data|info|error|warn|debug|done|new|https?|api|base|host|secret|bearer|[0-9a-f]{16,64}|(?:${TAKES}|s\\d{1,3}e|v)[_.\\-]?\\d{0,4}):)`;
/** Models are known, or lower case with a digit, or on their own: `Harbour:video_…` has a name before it. */
const IS_MODEL = `(?=${anyCase(FAMILIES)})|(?=[a-z][\\w.\\-]{0,40}\\d)|(?<![A-Za-z] )(?=[a-z])`;
const MODEL = `${NO_MODEL}(?:${IS_MODEL})[A-Za-z][\\w.\\-]{0,40}(?::|%3[Aa])`;

/** Ids that nothing else looks like; a longer shape comes before a shorter one that it contains. */
export const ID_SHAPES: readonly RegExp[] = [
  // Google's operations and Amazon's invocations are named as a whole.
  new RegExp(
    '(?<![A-Za-z0-9_\\-])(?:projects|publishers|models|tunedModels|locations)/(?:[\\w.\\-~@]{1,100}/){1,10}operations/[\\w.\\-]{2,100}[\\w\\-]',
    'g',
  ),
  /(?<![A-Za-z0-9_-])arn:aws[\w-]{0,10}:bedrock:[a-z0-9-]{0,30}:\d{0,14}:[a-z-]{3,30}\/[\w-]{4,100}/g,
  shape(`${MODEL}(?:(?:task|video|gen)_[0-9A-Za-z]{6,}|${UUID}|\\d{10}-[A-Za-z0-9]{6,12})`),
  shape('gen-vid-\\d+-[A-Za-z0-9]{8,}'),
  shape('cgt-\\d{8,14}-\\w{4,}'),
  shape('(?:chatvideo|qvideo)-[A-Za-z0-9_\\-]{4,}'),
  shape(`(?:video|task|char|sora|vid|gen)_${UUID}`),
  shape('(?:video|task|gen)_(?:[a-z]+_)?[0-9a-f]{32,64}'),
  // Standard base64 contains slashes, and so do paths: `…/content` after an id is not part of it.
  shape('video_(?=[A-Za-z0-9/]*[+=]|[A-Za-z0-9/]{40})(?:(?!/content)[A-Za-z0-9+/]){8,}={0,2}'),
  shape('(?:video|task)_[A-Za-z0-9]{24,}={0,2}'),
  shape('(?:video|task|char|sora)_(?=[A-Za-z0-9_\\-]{0,99}\\d)[A-Za-z0-9_\\-]*[A-Za-z0-9]={0,2}'),
  shape('gen_[0-9a-z]{26}'),
  shape('sora-2(?:-pro)?-\\d{5,}'),
  shape(`${MODEL}(?=[A-Za-z0-9_\\-]{0,99}\\d)[A-Za-z0-9_\\-]{12,}`),
];

/** Shapes shared with other things: what the text calls them decides (`fields.ts`). */
export const PLAIN_ID_SHAPES: readonly RegExp[] = [
  shape(UUID),
  shape('\\d{15,24}'),
  shape('(?=[a-z]{0,25}\\d)(?=\\d{0,25}[a-z])[0-9a-z]{26}'),
];

/** Matches any of the shapes as a whole. */
export function isIdShaped(value: string): boolean {
  return ID_SHAPES.some((one) => value.match(one)?.[0] === value);
}

export function isPlainId(value: string): boolean {
  return PLAIN_ID_SHAPES.some((one) => value.match(one)?.[0] === value);
}

/** Embedded images and other long runs of code. */
export const BLOB = /(?<![A-Za-z0-9+/=_.-])(?:data:[\w/+.-]+;base64,)?[A-Za-z0-9+/=_-]{400,}/g;

/** What follows a comma or semicolon that ends an address: white space, another address, a key, an id, 中文. */
const NEXT_ITEM = `$|[\\s"']|https?:|sk-|[A-Za-z][\\w.\\-]{0,40}:(?!//)|(?:video|task|gen|cgt|char|sora)[_\\-]|[0-9a-f]{8}-|\\d{15}|[^\\x00-\\x7F]`;

export const URL_SHAPE = new RegExp(
  `https?:(?:\\\\*/){2}(?:(?![,;](?:${NEXT_ITEM}))[^\\s"'<>\`\\\\，。；、！？（）「」『』【】《》“”‘’|{}[\\]]|\\\\+/)+`,
  'gi',
);

const TLDS =
  'com|net|org|io|ai|cn|dev|app|cloud|xyz|top|site|co|me|us|eu|de|uk|fr|jp|kr|hk|tw|sg|tv|tech|run|vip|pro|info|shop|online|fun|plus|one|local|internal|lan|test|example';
const PATH = '(?:/[\\w./\\-:%]*(?:\\?[\\w.%&=\\-:]+)?)';
export const HOST_SHAPE = new RegExp(
  `(?<![\\w@./%\\-]|://)(?:(?:localhost|\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{2,5}${PATH}?|${PATH})|(?:[a-z0-9][a-z0-9\\-]{0,62}\\.){1,6}(?:${TLDS})(?![a-z0-9\\-@]|\\.[a-z])(?::\\d{2,5})?${PATH}?)`,
  'gi',
);

/** A word that may be an id, without emphasis marks or a name before it. */
export const WORD = new RegExp(
  `(?<![A-Za-z0-9_@#%+])(?:(?!${anyCase(FAMILIES)})[A-Z]\\w{0,30}:)?_*([A-Za-z0-9](?:[A-Za-z0-9_\\-:.+/%@]{0,1999}[A-Za-z0-9])={0,2})`,
  'g',
);

/** `Doubao-Seedance-1.0-pro`, `veo-3-fast`. */
export const MODEL_NAME = new RegExp(
  `^(?:${FAMILIES})(?:[-_.](?!task|job)[a-z]+){0,3}[-_.]?v?\\d{1,2}(?![\\d])[\\w.-]{0,14}$`,
  'i',
);

/** Words with digits that are something else: dates, times, sizes, versions, files, emails, models, standards. */
export const NO_ID: readonly RegExp[] = [
  /^\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/i,
  /^\d{1,2}[-/.]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-/.]?(?:\d{2,4})?(?:[:T][\d:.]+)?$/i,
  /^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?Z?$/,
  /^\d+(?:[.,]\d+)?(?:x\d+|[a-z]{1,3})?(?:\/[a-z]+)?$/i,
  /^v?\d+(?:\.\d+)+(?:[-+][\w.]+)?$/i,
  /^\d+(?:[:/-]\d+)+$/,
  /^(?:(?:x|h)[.-]?26[456]|mp[34]|mpe?g-?\d|av1|vp9|utf-?\d+|iso-?\d+|covid-?19|rec\.?\d+|yuv\d+\w?|base\d\d|http\/?[\d.]*|sha-?\d+.*|md5.*|\d{3,4}p\d*|\dk\d*|0x.*)$/i,
  /\.(?:mp4|m4v|mov|webm|png|jpe?g|webp|gif|csv|xlsx?|json|txt|log|md|pdf|zip|ts|js|py|go)(?::[\d:]+)?$/i,
  /^[a-z][\w-]*\/v?\d+(?:\.\d+)*$/i,
  /@/,
  MODEL_NAME,
  /^(?:http|curl|utc|gmt|sk-)/i,
  // How a spreadsheet shows a long number: the id is lost.
  /^\d+(?:\.\d+)?e\+?\d+$/i,
];

/** Never an id in a sentence, though a bare list may mean it: `PO-2026-0117`, `iPhone15`, `take-4`, `10-bit`, paths. */
export const IN_PROSE: readonly RegExp[] = [
  /^(?=.{2,22}$)[A-Z][A-Z0-9]*(?:[-_./][A-Z0-9]+)*$/,
  /^[a-z]?[A-Z][A-Za-z]*[-_./]?\d{1,4}[a-z]?$/,
  /^\d{1,4}-[a-z]+$/i,
  /^1[3-9]\d{9}$/,
  new RegExp(
    `^(?:${TAKES}|o|iphone|ipad|ios|macos|worker|thread|node|web|step|level|day|week|phase|batch)[-_.]?\\d{1,4}\\w?(?:[-_.][a-z\\d]{1,8})?$`,
    'i',
  ),
  /^(?!.*\/operations\/).*\//,
];

/** Whole numbers with this many digits may be ids, except dates and timestamps. */
const MAYBE_NUMBER =
  /^(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$|1[4-9]\d{8}(?:\d{3})?$)\d{6,14}$/;

/** Headings and bullets of a bare list, which do not make it a sentence. */
export const STRUCTURE =
  /^[^\S\n]{0,20}\d{1,3}[.)、](?=\s|$)|(?<![A-Za-z0-9])(?:api|keys?|address|base|urls?|service|(?:task|video|job)?[_ -]?ids?|tasks?|videos?)(?![A-Za-z0-9])|密钥|秘钥|地址|服务|任务|编号/gim;

/** A letter and a digit, or many digits. */
export function mayBeId(word: string): boolean {
  if (word.length < 3 || NO_ID.some((no) => no.test(word))) return MAYBE_NUMBER.test(word);
  return /\d/.test(word) && /[A-Za-z]/.test(word);
}

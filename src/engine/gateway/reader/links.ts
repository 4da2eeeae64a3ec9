import { isUsableTime } from '~/core/usable-time';

import { readTime } from './time';

const MAX_LINK = 16_384;
const MAX_DATA_IMAGE = 524_288;

/** An http(s) link, trimmed but otherwise unchanged: `%2F` may be part of a signature. Null for anything else. */
export function asLink(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_LINK) return null;
  const text = value.trim();
  // eslint-disable-next-line no-control-regex -- a line break inside a link means that it is none
  if (!/^https?:\/\/[^\s/?#]/i.test(text) || /[\u0000-\u001F\u007F<>"]/.test(text)) return null;
  return URL.canParse(text) ? text : null;
}

/** A link to an image, or an image as `data:image/…`. */
export function asImage(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^data:image\/[\w.+-]+[;,]/i.test(text)) return text.length <= MAX_DATA_IMAGE ? text : null;
  return asLink(text);
}

/** A link whose file name shows that it is not a video. */
export function isOtherMedia(link: string): boolean {
  return OTHER_MEDIA.test(new URL(link).pathname);
}

/** A link whose file name, or a file name in its query, is a video's. */
export function isVideoFile(link: string): boolean {
  const { pathname, search } = new URL(link);
  return VIDEO_FILE.test(pathname) || VIDEO_IN_QUERY.test(search);
}

/**
 * A link back to the service, to ask about this task: it ends with the task's id, or with the id and what to do with it.
 */
export function isLookUpAddress(link: string, ids: ReadonlySet<string>): boolean {
  const { pathname, searchParams } = new URL(link);
  // Storage signs its links, and may name the file after the task.
  if (VIDEO_FILE.test(pathname) || isSigned(searchParams)) return false;
  const parts = pathname.split('/').filter((part) => part !== '');
  const isId = (part: string | undefined) => part !== undefined && ids.has(decoded(part));
  return isId(parts.at(-1)) || (ABOUT_TASK.test(parts.at(-1) ?? '') && isId(parts.at(-2)));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * True if the video can only be fetched with the key, so that a plain `<video src>` would get 401: a gateway's own
 * `/v1/…/content` without a signature (new-api issue 2363, OpenRouter's `?index=0`), or Google's files.
 */
export function needsKey(link: string): boolean {
  const url = new URL(link);
  if (url.hostname === 'generativelanguage.googleapis.com') return !url.searchParams.has('key');
  return OWN_CONTENT.test(url.pathname) && !isSigned(url.searchParams);
}

function isSigned(query: URLSearchParams): boolean {
  return [...query.keys()].some((name) => SIGNED.test(name));
}

/** When a signed link expires, in epoch ms, if the link says so. */
export function linkExpiry(link: string): number | null {
  const query = new Map(
    [...new URL(link).searchParams].map(([name, value]) => [name.toLowerCase(), value]),
  );
  for (const name of UNTIL) {
    const time = readTime(query.get(name));
    if (time !== null) return time;
  }
  for (const prefix of SIGNED_AT) {
    const from = stampTime(query.get(`${prefix}-date`));
    const seconds = Number(query.get(`${prefix}-expires`));
    const until = (from ?? NaN) + seconds * 1000;
    if (seconds > 0 && isUsableTime(until)) return until;
  }
  return null;
}

const OTHER_MEDIA = /\.(?:png|jpe?g|webp|gif|svg|bmp|avif|heic|mp3|wav|m4a|json|txt|srt|vtt|zip)$/i;
const VIDEO_FILE = /\.(?:mp4|m4v|mov|webm|mkv|avi|mpe?g|ogv|m3u8|ts)$/i;
const VIDEO_IN_QUERY = /\.(?:mp4|m4v|mov|webm)(?:[&"'%]|$)|video(?:%2F|\/)(?:mp4|webm)/i;
const ABOUT_TASK =
  /^(?:status|results?|cancel|get|poll|query|stream|logs|response|retrieve|webhook)$/i;
const OWN_CONTENT = /\/v\d\w*\/(?:.*\/)?content(?:\/video)?\/?$/i;
const SIGNED =
  /^(?:expires?|exp|e|se|sig|sign|signature|access|access_?key|token|auth(?:_key)?|key|policy|x-(?:amz|goog|tos|oss)-signature)$/i;

/** Azure; Alibaba and CloudFront; Qiniu. The last two use epoch seconds. */
const UNTIL = ['se', 'expires', 'e', 'exp', 'x-oss-expires-at'];
/** AWS, Google, Volcano: a start time and a number of seconds. */
const SIGNED_AT = ['x-amz', 'x-goog', 'x-tos', 'x-oss'];

/** `20251006T140421Z` as epoch ms. */
function stampTime(value: string | undefined): number | null {
  return readTime(
    value?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
}

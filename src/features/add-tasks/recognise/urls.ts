import { decoded, type Claims } from './claims';
import type { SegmentKind } from './segment';
import { isKey, KEY_IN_URL } from './key-shapes';
import { HOST_SHAPE, ID_SHAPES, mayBeId, PLAIN_ID_SHAPES, URL_SHAPE } from './shapes';

/** Images, videos and pages: links, not services. */
const FILE_URL =
  /\.(?:mp4|m4v|mov|webm|mkv|gif|png|jpe?g|webp|avif|svg|mp3|wav|pdf|zip|css|js|html?)(?:$|[?#])|[?&](?:se|sig|signature|expires|x-amz-[a-z]+|x-tos-[a-z]+|ossaccesskeyid|auth_key)=|^(?!.*\/v\d).*\/(?:vg-assets|cdn|images?|img|uploads?|assets|static|thumbnails?)\//i;

/** Where an id is in the URL of a look-up; the first and last places accept any word. */
const ID_PLACES: readonly { place: RegExp; surely: boolean }[] = [
  {
    place:
      /\/v\d[\w.]*\/videos?\/(?:generations?\/|query\/|[a-z]+2video\/)?(?!query\b|generations?\b)([^/?#&]+)(?=$|[/?#])/i,
    surely: true,
  },
  { place: /[?&](?:task_?id|video_?id|job_?id)=([^&#]+)/i, surely: true },
  { place: /\/(?:v\d|query)\b[^#]*[?&]id=([^&#]+)/i, surely: true },
  { place: /[?&]id=([^&#]+)/i, surely: false },
  { place: /\/videos?\/(?!query\b|generations?\b)([^/?#&]+)(?=$|[/?#])/i, surely: false },
  {
    place:
      /\/(?:tasks?|jobs?|predictions|generations?|creations?|requests|operations|status|query|fetch|results?|g|p|share|[a-z]+2video)\/([^/?#&]+)(?=$|[/?#])/i,
    surely: false,
  },
];

interface Piece {
  kind: SegmentKind;
  from: number;
  text: string;
}

/** The path of a look-up without its host, as in logs. */
const BARE_PATH =
  /(?<![A-Za-z0-9.:])\/v\d\/videos?\/(?:generations\/)?((?!sk-)(?=[\w\-:%]{0,200}\d)[A-Za-z0-9][\w\-:%]{2,200})(?=$|[\s/?"'])/gm;

/** Addresses with or without a scheme. They may contain an id and a key, which are claimed separately. */
export function claimUrls(claims: Claims): void {
  for (const shape of [URL_SHAPE, HOST_SHAPE]) {
    for (const match of claims.text.matchAll(shape)) {
      claimUrl(claims, match[0].replace(/[.,;:!?)*_~&]+$/, ''), match.index);
    }
  }
  claims.each(BARE_PATH, 'id');
}

function claimUrl(claims: Claims, url: string, start: number): void {
  const end = start + url.length;
  const isFile = FILE_URL.test(url);
  const pieces = [isFile ? null : keyIn(url), isFile ? null : idIn(url)]
    .filter((piece) => piece !== null)
    .toSorted((a, b) => a.from - b.from);
  const key = pieces.find(({ kind }) => kind === 'key');
  const address = (key ? url.slice(0, key.from).replace(/[?&][^?&]*$/, '') : url)
    .replaceAll(/\\+\//g, '/')
    .replace(/\/\/[^/@]*@/, '//');
  let at = start;
  for (const { kind, from, text } of pieces) {
    const value = kind === 'key' ? text : decoded(text);
    claims.claim(at === start ? 'address' : 'other', at, start + from, address);
    claims.claim(kind, start + from, start + from + text.length, value);
    at = start + from + text.length;
  }
  if (at === start) claims.claim(isFile ? 'other' : 'address', start, end, isFile ? url : address);
  else claims.claim('other', at, end);
}

function keyIn(url: string): Piece | null {
  const found = KEY_IN_URL.exec(url);
  const text = found?.[1] ?? found?.[2];
  if (!found || text === undefined || !isKey(text)) return null;
  return { kind: 'key', from: found.index + found[0].indexOf(text), text };
}

function idIn(url: string): Piece | null {
  for (const { place, surely } of ID_PLACES) {
    const found = place.exec(url);
    const text = found?.[1];
    if (!found || text === undefined || decoded(text).trim() === '' || /^[.{:<$]/.test(text))
      continue;
    const kind = surely || looksLikeId(text) ? 'id' : mayBeId(text) ? 'maybe' : null;
    if (kind !== null) return { kind, from: found.index + found[0].lastIndexOf(text), text };
  }
  return null;
}

function looksLikeId(text: string): boolean {
  const id = decoded(text);
  return [...ID_SHAPES, ...PLAIN_ID_SHAPES].some((shape) => id.match(shape)?.[0] === id);
}

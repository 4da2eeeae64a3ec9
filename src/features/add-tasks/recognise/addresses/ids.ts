import { decoded } from '~/features/add-tasks/recognise/segments';
import type { SegmentKind } from '~/features/add-tasks/recognise/analysis';
import { isApi } from './links';
import {
  ID_SHAPES,
  isIdShaped,
  mayBeId,
  PLAIN_ID_SHAPES,
} from '~/features/add-tasks/recognise/shapes';

/** A stretch of a URL. */
export interface Piece {
  kind: SegmentKind;
  from: number;
  text: string;
}

/** Of operations that are named by their whole path. */
const WHOLE_PATH =
  /\/v\d\w*\/((?:projects|models|publishers|tunedModels)\/[^?#]*\/operations\/[^/?#&:]+)/;
const TASK_QUERY =
  /[?&](?:[\w.]{1,30}[._])?(?:task|video|job|generation|prediction|request)_?ids?=([^&#]+)/gi;
const ID_QUERY = /[?&](?:ids?|uuid)=([^&#]+)/gi;
/** Words of paths that come before an id, or after it. */
const BEFORE_ID =
  /^(?:videos?|tasks?|jobs?|predictions?|generations?|creations?|requests?|operations?|status|query|fetch|results?|info|g|p|share|tasks?-status|runs?|inferences?|async-invoke|[\w-]+2video|text-to-video|image-to-video)$/i;
const ACTION =
  /^(?:content|status|result|results|cancel|download|raw|stream|logs?|output|outputs|file|info|detail|details|fetch|query|get|poll|remix|video|thumbnail|response)$/i;
const VERSION = /^v\d/i;

/** The ids in the address of a look-up, the most certain ones only. */
export function idsIn(url: string): Piece[] {
  const whole = WHOLE_PATH.exec(url)?.[1];
  if (whole !== undefined) return [{ kind: 'id', from: url.indexOf(whole), text: whole }];
  const asked = inQuery(url, TASK_QUERY, true);
  if (asked.length > 0) return asked;
  const plain = inQuery(url, ID_QUERY, /\/(?:v\d|query)\b/.test(url));
  if (plain.length > 0) return plain;
  return inPath(url);
}

function inQuery(url: string, query: RegExp, surely: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: whole, 1: list = '', index } of url.matchAll(query)) {
    let at = index + whole.length - list.length;
    for (const text of list.split(/(,|%2C)/i)) {
      const isId = !/^(?:,|%2c)$/i.test(text) && isWord(text);
      const kind = !isId
        ? null
        : surely || looksLikeId(text)
          ? 'id'
          : mayBeId(text)
            ? 'maybe'
            : null;
      if (kind !== null) pieces.push({ kind, from: at, text });
      at += text.length;
    }
  }
  return pieces;
}

/** The last part of the path that may be an id. */
function inPath(url: string): Piece[] {
  const path = /^(?:https?:)?[\\/]*[^/?#]*/i.exec(url)?.[0].length ?? 0;
  const end = url.search(/[?#]/) < 0 ? url.length : url.search(/[?#]/);
  const parts = url.slice(path, end).split('/');
  let from = end;
  for (let at = parts.length - 1; at > 0; at -= 1) {
    const text = parts[at] ?? '';
    from -= text.length;
    const start = from;
    from -= 1;
    const before = parts[at - 1] ?? '';
    if (!isWord(text)) {
      if (text !== '') return [];
      continue;
    }
    if (looksLikeId(text)) {
      // A page of a project has a number too.
      const surely = isIdShaped(decoded(text)) || BEFORE_ID.test(before) || isApi(url);
      return [{ kind: surely ? 'id' : 'maybe', from: start, text }];
    }
    if (ACTION.test(text) && at === parts.length - 1) continue;
    if (!BEFORE_ID.test(before) || BEFORE_ID.test(text) || VERSION.test(text)) continue;
    // `/v1/videos/` and whatever comes after it is the way most services do it.
    const surely =
      /^videos?$/i.test(parts.slice(0, at).findLast((part) => /^videos?$/i.test(part)) ?? '') &&
      parts.slice(0, at).some((part) => VERSION.test(part));
    if (surely || mayBeId(text)) return [{ kind: surely ? 'id' : 'maybe', from: start, text }];
  }
  return [];
}

/** Not a template such as `{id}` or `$ID`. */
function isWord(text: string): boolean {
  return (
    decoded(text).trim() !== '' && !/^[.{:<$*%]|[{}<>$]/.test(decoded(text)) && text.length <= 2000
  );
}

function looksLikeId(text: string): boolean {
  const id = decoded(text);
  return [...ID_SHAPES, ...PLAIN_ID_SHAPES].some((shape) => id.match(shape)?.[0] === id);
}

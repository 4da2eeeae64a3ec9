import { calledBefore } from '~/features/add-tasks/recognise/keys/called';
import { decoded, type Segments } from '~/features/add-tasks/recognise/segments';
import type { Evidence } from '~/features/add-tasks/recognise/analysis';
import { isKey } from '~/core/key-shapes';
import { KEY_IN_URL } from '~/features/add-tasks/recognise/keys/shapes';
import { hasApiPath, isApi, reasonOf } from './links';
import { HOST_SHAPE, isIdShaped, URL_SHAPE } from '~/features/add-tasks/recognise/shapes';
import { idsIn, type Piece } from './ids';

/** The path of a look-up without its host, as in logs. */
const BARE_PATH =
  /(?<![A-Za-z0-9.:])\/v\d\/videos?\/(?:generations\/)?((?!sk-)(?=[\w\-:%]{0,200}\d)[A-Za-z0-9][\w\-:%]{2,200})(?=$|[\s/?"'])/gm;

/** Addresses with or without a scheme. They may contain an id and a key, which are claimed separately. */
export function claimUrls(claims: Segments, ownOrigin: string | null): void {
  for (const shape of [URL_SHAPE, HOST_SHAPE]) {
    for (const match of claims.text.matchAll(shape)) {
      const isWrapped = claims.text.charAt(match.index - 1) === '_';
      const url = match[0].replace(isWrapped ? /[.,;:!?)*_~&^]+$/ : /[.,;:!?)*~&^]+$/, '');
      claimUrl(claims, url, match.index, ownOrigin);
    }
  }
  claims.each(BARE_PATH, 'id');
}

function claimUrl(claims: Segments, url: string, start: number, ownOrigin: string | null): void {
  const end = start + url.length;
  const free = claims.freeUpTo(start, end) - start;
  if (free < url.length) {
    // `https://a.test/v1?key=…`: a key that is masked already ends the address.
    const before = url.slice(0, free).replace(/[?&][\w-]*=$/, '');
    if (before.length < free) claimUrl(claims, before, start, ownOrigin);
    return;
  }
  const called = calledBefore(claims.text, start, 'address');
  const isPage =
    called?.kind === 'document' ||
    (called?.kind === 'page' && !isApi(url)) ||
    FOR_ANSWERS.test(claims.text.slice(Math.max(0, start - 40), start));
  const reason = reasonOf(url, ownOrigin) ?? (isPage ? 'document' : null);
  const key = keyIn(url);
  const ids = reason === 'file' ? [] : idsIn(url);
  const pieces = [
    ...(key ? [key] : []),
    // A document's own number is no task.
    ...ids.filter(({ text }) => reason === null || isIdShaped(decoded(text))),
  ].toSorted((a, b) => a.from - b.from);
  const kind = reason === null ? 'address' : 'link';
  const details = {
    reason,
    evidence:
      reason === null ? evidenceOf(claims.text, url, start, called?.kind === 'address') : null,
  };
  const address = (key ? url.slice(0, key.from).replace(/[?&][^?&]*$/, '') : url)
    .replaceAll(/\\+\//g, '/')
    .replace(/\/\/[^/?#@]*@/, '//');
  let at = start;
  for (const piece of pieces) {
    const from = start + piece.from;
    if (from < at) continue;
    if (at === start) claims.claim(kind, at, from, address, details);
    else claims.claim('other', at, from);
    claims.claim(
      piece.kind,
      from,
      from + piece.text.length,
      piece.kind === 'key' ? piece.text : decoded(piece.text),
    );
    at = from + piece.text.length;
  }
  if (at === start) claims.claim(kind, start, end, address, details);
  else claims.claim('other', at, end);
}

/** Where a request came from, or where a service sends people and news: not where it is asked. */
const FOR_ANSWERS =
  /(?:["'\\^]origin|\breferr?er|callback(?:[_-]?ur[li])?|web_?hook(?:[_-]?ur[li])?|(?:notify|redirect|return)[_-]?ur[li])["'\\^]{0,3}\s{0,2}[:=：]\s{0,2}["'\\^]{0,3}$/i;

/** A request around an address: `curl …`, `GET …`, `requests.get(…)`. */
const REQUEST =
  /(?:\bcurl\b|\bwget\b|\bhttpie?\b|\b(?:GET|POST|PUT|HEAD)\b|fetch\(|axios|requests?\.\w+\(|-Uri\b|Invoke-\w+|urlopen\()[^\n]*$/i;

function evidenceOf(text: string, url: string, start: number, isNamed: boolean): Evidence {
  if (hasApiPath(url)) return 'look-up';
  if (REQUEST.test(text.slice(Math.max(0, start - 80), start))) return 'look-up';
  return isNamed ? 'named' : 'link';
}

function keyIn(url: string): Piece | null {
  const found = KEY_IN_URL.exec(url);
  const text = found?.[1] ?? found?.[2];
  if (!found || text === undefined || !isKey(text)) return null;
  return { kind: 'key', from: found.index + found[0].indexOf(text), text };
}

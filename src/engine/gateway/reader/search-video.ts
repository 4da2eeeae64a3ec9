import { requestsIn } from './unwrap';
import { asLink, isOtherMedia, isVideoFile, needsKey } from './links';
import { field, type Json } from './read';
import { isAskedName, mayHoldVideo, partsOf } from './sides';
import { leavesOf, type Leaf } from './walk';

/** Links that cannot be the result: what was sent in, compared without what signs it. */
type Excluded = ReadonlySet<string>;

/** Every link on the input side of an answer. */
export function askedLinks(root: Json, layers: readonly Json[]): Excluded {
  const links = new Set<string>();
  const add = (value: unknown) => {
    const link = asLink(value);
    if (link !== null) links.add(sameFile(link));
  };
  for (const { names, value } of leavesOf(root, () => true)) {
    // Below `encodings`, `source` is the best of the files that were made.
    if (names.some(isAskedName) && !names.includes('encodings')) add(value);
  }
  for (const given of layers.flatMap(requestsIn)) {
    for (const { value } of leavesOf(given, () => true)) add(value);
  }
  return links;
}

/** A link to a file without its signature, so that the same file signed twice is the same. */
export function sameFile(link: string): string {
  const url = new URL(link);
  return isVideoFile(link) && /\.\w{2,5}$/.test(url.pathname)
    ? url.origin + url.pathname
    : url.href;
}

/**
 * The likeliest link to a video on the result side: one that ends like a video file, then one beside a video's content
 * type, then one whose name says so. Null if there is none.
 */
export function searchVideo(root: Json, refuse: (link: string) => boolean): string | null {
  let best: { link: string; rank: number } | null = null;
  for (const leaf of leavesOf(root, mayHoldVideo)) {
    const link = asLink(leaf.value);
    if (link === null || needsKey(link) || isOtherMedia(link) || refuse(link)) continue;
    const rank = rankOf(leaf, link);
    if (rank > (best?.rank ?? 0)) best = { link, rank };
  }
  return best?.link ?? null;
}

/** 0: nothing says that it is a video. */
function rankOf({ names, holder }: Leaf, link: string): number {
  const parts = names.flatMap(partsOf);
  const type = [field(holder, 'content_type'), field(holder, 'mime_type'), field(holder, 'type')];
  if (type.some((one) => typeof one === 'string' && /image|audio|thumb|cover|text/i.test(one)))
    return 0;
  const worse =
    LESSER.some((part) => parts.includes(part)) && !/without|no_?water/i.test(names.join());
  const less = worse ? 0.5 : 0;
  if (isVideoFile(link)) return 3 - less;
  if (type.some((one) => typeof one === 'string' && /video|mp4/i.test(one))) return 2 - less;
  return parts.some((part) => VIDEO_PARTS.has(part)) || /视频|影片/.test(names.join())
    ? 1 - less
    : 0;
}

const VIDEO_PARTS = new Set(
  'video videos mp4 movie film clip clips render rendered videourl videourls output outputs outputurl result results generated'.split(
    ' ',
  ),
);
/** The same video, but worse. */
const LESSER = ['watermark', 'watermarked', 'wm', 'proxy', 'low', 'sd', 'draft', 'm3u8', 'hls'];

import {
  LAST_VIDEO_PATHS,
  LINK_FIELDS,
  MADE_VIDEO_PATHS,
  VIDEO_PATHS,
} from '~/engine/gateway/tables/video-fields';
import { ownId } from './unwrap';
import { asLink, isLookUpAddress, isOtherMedia, isVideoFile, needsKey } from './links';
import { asObject, field, valuesAt, type Json } from './read';
import { askedLinks, sameFile, searchVideo } from './search-video';

/** If text stands in place of a link, a space gives it away. */
const MAYBE_TEXT = new Set(['metadata.url', ...LAST_VIDEO_PATHS]);

/**
 * The first link a plain `<video>` can play, or null: by the tables, then by one bounded search through what is neither
 * asked for nor beside the video. Never a link that was sent in, and never the address of the look-up.
 */
export function videoLink(layers: readonly Json[], askedId?: string): string | null {
  const root = layers[0];
  if (!root) return null;
  const refuse = refusing(root, layers, askedId);
  const made = listedLink(layers, [MADE_VIDEO_PATHS], refuse);
  // What was made comes before a bare `video_url`, unless only that one is clearly a file.
  if (made !== null && isVideoFile(made)) return made;
  const listed = listedLink(layers, [VIDEO_PATHS], refuse);
  const better = made !== null && listed !== null && isVideoFile(listed) ? listed : made;
  return (
    better ?? listed ?? searchVideo(root, refuse) ?? listedLink(layers, [LAST_VIDEO_PATHS], refuse)
  );
}

type Refuse = (link: string) => boolean;

function refusing(root: Json, layers: readonly Json[], askedId: string | undefined): Refuse {
  const asked = askedLinks(root, layers);
  const ids = new Set([askedId, ...layers.map(ownId)].filter((id) => typeof id === 'string'));
  return (link) => asked.has(sameFile(link)) || isLookUpAddress(link, ids);
}

function listedLink(
  layers: readonly Json[],
  tables: readonly (readonly string[])[],
  refuse: Refuse,
): string | null {
  for (const paths of tables) {
    for (const layer of layers) {
      for (const path of paths) {
        for (const value of valuesAt(layer, path)) {
          const link = linkIn(value, 0, refuse);
          if (link !== null && !(MAYBE_TEXT.has(path) && /\s/.test(link))) return link;
        }
      }
    }
  }
  return null;
}

function linkIn(value: unknown, depth: number, refuse: Refuse): string | null {
  if (typeof value === 'string') {
    const link = asLink(value);
    const plays = link !== null && !needsKey(link) && !isOtherMedia(link);
    return plays && !refuse(link) ? link : null;
  }
  if (depth > 3) return null;
  if (Array.isArray(value)) return firstLink(value.slice(0, 20), depth, refuse);
  const object = asObject(value);
  if (!object || isPicture(object)) return null;
  return firstLink(
    LINK_FIELDS.map((name) => field(object, name)),
    depth,
    refuse,
  );
}

function firstLink(values: readonly unknown[], depth: number, refuse: Refuse): string | null {
  for (const value of values) {
    const link = linkIn(value, depth + 1, refuse);
    if (link !== null) return link;
  }
  return null;
}

/** Result lists may mix kinds: `{type: "image", url}`. */
function isPicture(object: Json): boolean {
  const type = field(object, 'type') ?? field(object, 'content_type') ?? field(object, 'file_type');
  return typeof type === 'string' && /image|audio|thumb|cover|text/i.test(type);
}

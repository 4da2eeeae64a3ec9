import { LAST_VIDEO_PATHS, LINK_FIELDS, VIDEO_PATHS } from './dialects-video';
import { asLink, isOtherMedia, needsKey } from './links';
import { asObject, field, valuesAt, type Json } from './read';

/** If text stands in place of a link, a space gives it away. */
const MAYBE_TEXT = new Set(['metadata.url', ...LAST_VIDEO_PATHS]);

/**
 * The first link a plain `<video>` can play, by the tables; null if there is none. Never a search through the whole
 * answer: previews, input images and `polling_url` are links too.
 */
export function videoLink(layers: readonly Json[]): string | null {
  for (const paths of [VIDEO_PATHS, LAST_VIDEO_PATHS]) {
    for (const layer of layers) {
      for (const path of paths) {
        for (const value of valuesAt(layer, path)) {
          const link = linkIn(value, 0);
          if (link !== null && !(MAYBE_TEXT.has(path) && /\s/.test(link))) return link;
        }
      }
    }
  }
  return null;
}

function linkIn(value: unknown, depth: number): string | null {
  if (typeof value === 'string') {
    const link = asLink(value);
    return link !== null && !needsKey(link) && !isOtherMedia(link) ? link : null;
  }
  if (depth > 3) return null;
  if (Array.isArray(value)) return firstLink(value.slice(0, 20), depth);
  const object = asObject(value);
  if (!object || isPicture(object)) return null;
  return firstLink(
    LINK_FIELDS.map((name) => field(object, name)),
    depth,
  );
}

function firstLink(values: readonly unknown[], depth: number): string | null {
  for (const value of values) {
    const link = linkIn(value, depth + 1);
    if (link !== null) return link;
  }
  return null;
}

/** Result lists may mix kinds: `{type: "image", url}`. */
function isPicture(object: Json): boolean {
  const type = field(object, 'type') ?? field(object, 'content_type') ?? field(object, 'file_type');
  return typeof type === 'string' && /image|audio|thumb|cover|text/i.test(type);
}

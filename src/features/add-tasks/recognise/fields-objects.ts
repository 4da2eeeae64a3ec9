import type { Segment } from './segment';

/** The text of a JSON object without nested objects. The outermost one is the text around them. */
export interface JsonObject {
  /** The clear ids in it, without duplicates. */
  ids: Set<string>;
  titles: { text: string; start: number }[];
  parent: JsonObject | null;
}

const MARKS =
  /[{}]|["'](?:title|label|name|标题|名称)\\{0,3}["']\s{0,3}:\s{0,3}\\{0,3}["']([^"'\\{}\n]{1,80})\\{0,3}["']/gi;

/** The innermost object around each id; ids must be in text order. */
export function objectsOf(text: string, ids: readonly Segment[]): Map<Segment, JsonObject> {
  let object: JsonObject = { ids: new Set(), titles: [], parent: null };
  const objects = new Map<Segment, JsonObject>();
  let next = 0;
  const idsUpTo = (end: number): void => {
    for (let id = ids[next]; id && id.start < end; id = ids[(next += 1)]) {
      if (id.kind === 'id') object.ids.add(id.value);
      objects.set(id, object);
    }
  };
  for (const { 0: mark, 1: title, index } of text.matchAll(MARKS)) {
    idsUpTo(index);
    if (title !== undefined) {
      object.titles.push({ text: title, start: index + mark.lastIndexOf(title) });
    }
    if (mark === '{') object = { ids: new Set(), titles: [], parent: object };
    else if (mark === '}') object = object.parent ?? object;
  }
  idsUpTo(text.length);
  return objects;
}

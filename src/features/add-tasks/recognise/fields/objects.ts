import type { Segment } from '~/features/add-tasks/recognise/analysis';

/** The text of a JSON object without nested objects. The outermost one is the text around them. */
interface JsonObject {
  /** The clear ids in it, without duplicates. */
  ids: Set<string>;
  titles: { text: string; start: number }[];
  parent: JsonObject | null;
  /** It, or an object around it, is something that a task has or was made from. */
  isPart: boolean;
}

const MARKS =
  /[{}]|["'](?:title|label|name|标题|名称)\\{0,3}["']\s{0,3}:\s{0,3}\\{0,3}["']([^"'\\{}\n]{1,80})\\{0,3}["']|["']([\w-]{1,40})\\{0,3}["']\s{0,3}:\s{0,9}\[?(?=\s{0,9}\{)/gi;
/** Fields that hold what a task was made from, who made it, or the boxes of a workflow. */
const PARTS =
  /^(?:key_?frames?|frames?_?\d*|nodes?|edges?|inputs?|request|req|params?|parameters?|sources?|references?\w*|assets?|images?|users?|org|organi[sz]ation|team|group|company|tenant|customer|client|order|campaign|owner|creator|author|projects?|workspaces?|model|webhooks?|credentials?|steps?|prompts?|session|account|item|variable|info|environment|collection)$/i;
/** Nobody nests deeper; counting the rest would cost memory. */
const DEEPEST = 200;

/** The innermost object around each id; ids must be in text order. */
export function objectsOf(text: string, ids: readonly Segment[]): Map<Segment, JsonObject> {
  let object: JsonObject = { ids: new Set(), titles: [], parent: null, isPart: false };
  const objects = new Map<Segment, JsonObject>();
  if (ids.length === 0) return objects;
  let next = 0;
  let depth = 0;
  /** The field that the next object is the value of; the objects of a list share it. */
  const fields: string[] = [''];
  const idsUpTo = (end: number): void => {
    for (let id = ids[next]; id && id.start < end; id = ids[(next += 1)]) {
      if (id.kind === 'id') object.ids.add(id.value);
      objects.set(id, object);
    }
  };
  for (const { 0: mark, 1: title, 2: field, index } of text.matchAll(MARKS)) {
    idsUpTo(index);
    if (title !== undefined)
      object.titles.push({ text: title, start: index + mark.lastIndexOf(title) });
    else if (field !== undefined) fields[Math.min(depth, DEEPEST)] = field;
    else if (mark === '{') {
      depth += 1;
      if (depth > DEEPEST) continue;
      const isPart = object.isPart || PARTS.test(fields[depth - 1] ?? '');
      object = { ids: new Set(), titles: [], parent: object, isPart };
      fields[depth] = '';
    } else {
      if (depth <= DEEPEST) object = object.parent ?? object;
      depth = Math.max(0, depth - 1);
    }
  }
  idsUpTo(text.length);
  return objects;
}

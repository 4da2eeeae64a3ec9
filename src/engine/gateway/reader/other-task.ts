import { holdsId, isAlike, isSameId } from './ids';
import { asObject, type Json } from './read';
import { partsOf } from './sides';
import { saysState } from './status-fields';
import { idsIn } from './unwrap';
import { leavesOf } from './walk';

/**
 * The id of the task that an answer is about, if that is not the asked one; null if it may be. Only an id of the same
 * kind says so: services have ids of their own for files, rows and the tasks they pass on. Wherever the asked id stands
 * in the answer, the answer is about it.
 * @param layers of the object that was read, `json` the whole answer
 */
export function otherTaskIn(
  json: unknown,
  layers: readonly Json[],
  askedId: string,
): string | null {
  const other = namedIn(layers, askedId).find(
    (id) => !isSameId(id, askedId) && isAlike(id, askedId),
  );
  if (other === undefined) return null;
  return isNamed(Array.isArray(json) ? { json } : (asObject(json) ?? {}), askedId) ? null : other;
}

/** The ids of the task: those beside its state and around that, for what is further inside has its own. */
function namedIn(layers: readonly Json[], askedId: string): string[] {
  const stated = layers.findIndex((layer) => saysState(layer));
  const ids = layers.slice(0, stated + 1 || layers.length).flatMap(idsIn);
  // A map of tasks by their ids; a short one could be the name of a field.
  const [root = {}] = layers;
  const keys = askedId.length >= 8 && /\d/.test(askedId) ? Object.keys(root).slice(0, 60) : [];
  return [...ids, ...keys.filter((key) => asObject(root[key]) !== null)];
}

/** Whether the asked id stands anywhere as an id, or as a part of a link. */
function isNamed(root: Json, askedId: string): boolean {
  return leavesOf(root, (name) => !isAnothers(name)).some(({ names, value }) => {
    if (names.some((name) => isSameId(name, askedId))) return true;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string') return false;
    return holdsId(text, askedId) || (isIdName(names.at(-1) ?? '') && isSameId(text, askedId));
  });
}

/** The task that this one was made from. */
function isAnothers(name: string): boolean {
  return partsOf(name).some((part) => /^(?:from|parent|previous|original|source|base)$/.test(part));
}

function isIdName(name: string): boolean {
  return partsOf(name).some((part) => /^(?:[a-z]*ids?|uuid|name)$/.test(part));
}

import { ID_FIELDS, WRAPPERS } from './dialects';
import { ASKED_WRAPPERS } from './dialects-asked';
import { asObject, field, parseJson, type Json } from './read';

const MAX_LAYERS = 16;
const MAX_DEPTH = 4;

/**
 * The answer and everything it wraps, outermost first: `{code, data: {task_id, data: {…}}}` has three layers. Some
 * services wrap JSON as text.
 */
export function layersOf(root: Json): Json[] {
  const layers: Json[] = [root];
  let edge: Json[] = [root];
  for (let depth = 1; depth < MAX_DEPTH; depth += 1) {
    edge = edge.flatMap((layer) => childrenOf(layer, WRAPPERS));
    layers.push(...edge.slice(0, MAX_LAYERS - layers.length));
    if (layers.length >= MAX_LAYERS || edge.length === 0) break;
  }
  return layers;
}

/** Objects that repeat the request, if they are written as text. */
export function askedLayersOf(layers: readonly Json[]): Json[] {
  return layers.flatMap((layer) => childrenOf(layer, ASKED_WRAPPERS));
}

function childrenOf(layer: Json, names: readonly string[]): Json[] {
  return names.flatMap((name) => {
    const value = field(layer, name);
    const child = asObject(isJsonText(value) ? parseJson(value) : value);
    return child ? [child] : [];
  });
}

/** The task id a layer is about, or null. `request_id` does not count: it identifies the look-up. */
export function ownId(layer: Json): string | null {
  const id = field(layer, 'id');
  const text = idText(id);
  if (typeof id === 'string') return text;
  for (const name of ID_FIELDS) {
    const found = idText(field(layer, name));
    if (found !== null) return found;
  }
  return idText(operationName(layer)) ?? text;
}

/** The name of a Google operation, `projects/…/operations/…`; null for any other name. */
export function operationName(layer: Json): string | null {
  const name = field(layer, 'name');
  return typeof name === 'string' && name.includes('operations/') ? name : null;
}

function idText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 1000) : null;
}

function isJsonText(value: unknown): value is string {
  return typeof value === 'string' && value.length < 200_000 && /^\s*\{/.test(value);
}

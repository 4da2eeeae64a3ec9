import { ID_FIELDS, WRAPPERS } from '~/engine/gateway/tables/dialects';
import { ASKED_WRAPPERS } from '~/engine/gateway/tables/asked-fields';
import { asObject, field, parseJson, type Json } from './read';
import { mayHoldVideo } from './sides';
import { saysState } from './status-fields';

const MAX_LAYERS = 16;
const MAX_DEPTH = 4;

/**
 * The answer and everything it wraps, outermost first: `{code, data: {task_id, data: {…}}}` has three layers. Some
 * services wrap JSON as text. If no wrapper that is known says how the task is, any object that does is one.
 */
export function layersOf(root: Json): Json[] {
  const layers = unwrapped(root, (layer) => childrenOf(layer, WRAPPERS));
  if (layers.some(saysState)) return layers;
  const found = layers.flatMap((layer) => unwrapped(layer, anyChildren)).filter(saysState);
  const added = found.filter((layer) => !layers.includes(layer));
  return [...layers, ...added.slice(0, MAX_LAYERS - layers.length)];
}

function unwrapped(root: Json, childrenIn: (layer: Json) => Json[]): Json[] {
  const layers: Json[] = [root];
  let edge: Json[] = [root];
  for (let depth = 1; depth < MAX_DEPTH; depth += 1) {
    edge = edge.flatMap(childrenIn).slice(0, MAX_LAYERS);
    layers.push(...edge.slice(0, MAX_LAYERS - layers.length));
    if (layers.length >= MAX_LAYERS || edge.length === 0) break;
  }
  return layers;
}

function anyChildren(layer: Json): Json[] {
  return childrenOf(layer, Object.keys(layer).slice(0, 40).filter(isOpen));
}

function isOpen(name: string): boolean {
  return name !== '__proto__' && (mayHoldVideo(name) || name === 'progress');
}

/** Objects that repeat the request, if they are written as text. */
export function askedLayersOf(layers: readonly Json[]): Json[] {
  return layers.flatMap((layer) => childrenOf(layer, ASKED_WRAPPERS));
}

function childrenOf(layer: Json, names: readonly string[]): Json[] {
  return names.flatMap((name) => {
    const value = field(layer, name);
    const child = asObject(isJsonText(value) ? parseJson(value) : value);
    return child && !isRequest(layer, name, child) ? [child] : [];
  });
}

/** What a layer was given, in fields that hold the result in other services; see `isRequest`. */
export function requestsIn(layer: Json): Json[] {
  return GIVEN_OR_MADE.flatMap((name) => {
    const child = asObject(field(layer, name));
    return child && isRequest(layer, name, child) ? [child] : [];
  });
}

const GIVEN_OR_MADE = ['payload', 'data', 'body'];

/**
 * `payload` and `data` are what a job was given in one queue (BullMQ), and what it made in another. They were given if
 * they hold a prompt and no result, and the result stands beside them.
 */
function isRequest(layer: Json, name: string, child: Json): boolean {
  if (!GIVEN_OR_MADE.includes(name) || field(child, 'prompt') === undefined) return false;
  if (RESULTS.some((one) => field(child, one) !== undefined) || saysState(child)) return false;
  return name === 'payload' || RESULTS.some((one) => field(layer, one) !== undefined);
}

const RESULTS = ['video', 'videos', 'output', 'outputs', 'result', 'results', 'returnvalue'];

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

/** Every id in a layer that may be the task's. */
export function idsIn(layer: Json): string[] {
  const ids = ['id', ...ID_FIELDS].map((name) => field(layer, name));
  return [...ids, operationName(layer)].flatMap((id) => idText(id) ?? []);
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

import { isFine } from '~/engine/gateway/tables/failure-fields';

import { hasError } from './evidence';
import { isSameId } from './ids';
import { layersOf, ownId } from './unwrap';
import { asObject, field, isAbsent, type Json } from './read';
import { mayHoldVideo } from './sides';
import { saysState } from './status-fields';

/** How many tasks of a list are compared with the asked id. */
const MAX_ITEMS = 1000;

/**
 * The object that is about the task: the answer itself, the only task of a list, or the one of several with the id that
 * was asked about. Null if it holds tasks, but not clearly this one.
 */
export function taskIn(json: unknown, askedId: string | undefined): Json | null {
  const root = asObject(json);
  if (Array.isArray(json)) return oneOf(json as unknown[], askedId, false);
  if (!root) return null;
  const keyed =
    askedId !== undefined && Object.hasOwn(root, askedId) ? asObject(root[askedId]) : null;
  if (keyed) return keyed;
  for (const layer of layersOf(root)) {
    if (ownId(layer) !== null || saysItself(layer)) return root;
    const list = listIn(layer);
    if (list) {
      return oneOf(list, askedId, isPage(root) || isPage(layer));
    }
  }
  return root;
}

/** A list of tasks of which each says its own id and state. */
interface Items {
  items: { id: string; item: Json }[];
  /** More tasks follow (OpenAI's `has_more`). */
  hasMore: boolean;
  /** The number of pages of this size (new-api's `total`); null if it is not said. */
  pages: number | null;
}

/** The tasks of an answer that is a list of them, empty or not; null if it is none. */
export function itemsIn(json: unknown): Items | null {
  const root = asObject(json);
  const layers: Json[] = root ? layersOf(root) : [];
  const layer = layers.find((one) => listIn(one) !== null || isEmptyList(one));
  const list = Array.isArray(json) ? (json as unknown[]) : layer ? (listIn(layer) ?? []) : null;
  if (list === null || (layer && ownId(layer) !== null)) return null;
  if (list.length === 0 && wentWrong(layers)) return null;
  const items = list.slice(0, MAX_ITEMS).flatMap((one) => {
    const item = asObject(one);
    const id = item && saysState(item) ? ownId(item) : null;
    return item && id !== null ? [{ id, item }] : [];
  });
  const total = layer ? field(layer, 'total') : undefined;
  return {
    items,
    hasMore: layer !== undefined && field(layer, 'has_more') === true,
    pages: typeof total === 'number' && items.length > 0 ? Math.ceil(total / items.length) : null,
  };
}

/** Nothing has been made yet. */
function isEmptyList(layer: Json): boolean {
  return Object.keys(layer)
    .slice(0, 60)
    .some((name) => {
      const value = layer[name];
      return LISTS.test(name) && Array.isArray(value) && value.length === 0;
    });
}

const LISTS =
  /^(?:tasks|videos|jobs|generations|predictions|items|rows|data|list|results?|records)$/i;

/** An error has an empty list beside it in some services. */
function wentWrong(layers: readonly Json[]): boolean {
  const code = layers[0] && field(layers[0], 'code');
  const isCode = typeof code === 'string' || typeof code === 'number';
  return hasError(layers) || (isCode && !isFine(code));
}

/** Tasks of one answer that has an id or word of its own are its parts: takes, steps, generations. */
export function partsIn(layer: Json): Json[] {
  const list = listIn(layer) ?? [];
  return list.flatMap((item) => {
    const part = asObject(item);
    return part && saysState(part) ? [part] : [];
  });
}

/** `{status: "success"}` around a list is about the look-up. */
function saysItself(layer: Json): boolean {
  if (!saysState(layer)) return false;
  const word = field(layer, 'status') ?? field(layer, 'state');
  if (typeof word === 'number') return word !== 0 && word !== 200;
  return !(typeof word === 'string' && /^(?:success|succeed(?:ed)?|ok|true)$/i.test(word.trim()));
}

function listIn(layer: Json): readonly unknown[] | null {
  for (const name of Object.keys(layer).slice(0, 60)) {
    const value = layer[name];
    if (Array.isArray(value) && mayHoldVideo(name) && isTask(asObject(value[0])))
      return value as unknown[];
  }
  return null;
}

/** Files have ids too, but they have links and no state. */
function isTask(item: Json | null): boolean {
  if (!item) return false;
  return saysState(item) || (ownId(item) !== null && !LINKS.some((name) => isSaid(item, name)));
}

const LINKS = ['url', 'video_url', 'uri', 'video', 'resource', 'download_url'];

function isSaid(item: Json, name: string): boolean {
  return field(item, name) !== undefined;
}

function oneOf(items: readonly unknown[], askedId: string | undefined, page: boolean): Json | null {
  const tasks: Json[] = items.slice(0, MAX_ITEMS).flatMap((item) => {
    const task = asObject(item);
    return task ? [task] : [];
  });
  if (askedId !== undefined) {
    const asked = tasks.find((task) => isAbout(task, askedId));
    if (asked) return asked;
  }
  const [only] = tasks;
  if (!only || items.length !== 1 || page) return null;
  // An id that is another's says that the list is of other tasks.
  return askedId === undefined || layersOf(only).every((layer) => ownId(layer) === null)
    ? only
    : null;
}

function isAbout(task: Json, askedId: string): boolean {
  return layersOf(task).some((layer) => {
    const id = ownId(layer);
    return (
      (id !== null && isSameId(id, askedId)) ||
      (typeof layer['id'] === 'string' && layer['id'] === askedId)
    );
  });
}

/** A page of all tasks: a blank id asks for it, and its only task may be another one. */
function isPage(layer: Json): boolean {
  const object = field(layer, 'object');
  return (
    object === 'list' || !isAbsent(field(layer, 'first_id')) || !isAbsent(field(layer, 'has_more'))
  );
}

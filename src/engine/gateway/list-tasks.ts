import { anySignal } from '~/core/any-signal';
import type { Task } from '~/core/task';

import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';
import { lookUpUrl } from './address';
import { readText } from './body';
import { eraserOf } from './without-key';
import { retryAfterMs } from './rate-limit';
import { MAX_BODY_BYTES, readAnswer } from './read-answer';
import { isRedirect, requestWith, secretsIn, type TaskRequest } from './request';
import { isListedId } from './listed-id';
import { itemsIn } from './reader/lists';
import { parseBody } from './reader/parse-body';

/** Where a list goes on: after an id (OpenAI), or on another page of so many (new-api). */
export type Cursor = { after: string } | { page: number; of: number };

interface ListOptions extends Omit<TaskRequest, 'id'> {
  /** Null for the beginning: the newest tasks. */
  cursor: Cursor | null;
  /** The caller's own; aborting it rejects with an `AbortError`. */
  signal: AbortSignal;
}

/** A part of a service's list of this key's tasks. */
export type TaskList =
  | { kind: 'list'; tasks: [id: string, task: Task][]; next: Cursor | null }
  | { kind: 'limited'; retryAfterMs: number | null }
  /** The service does not list, or in no way that can be read; `why` where it is something else. */
  | { kind: 'none'; why?: 'refused' | 'unreachable' };

/** As many as OpenAI gives at once; others give fewer. */
const LIMIT = 100;
const LIST_LIMIT_MS = 30_000;
const NONE: TaskList = { kind: 'none' };
/** A person's key is wrong here. What else services answer where they have no list is no list. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403]);

/**
 * Asks for a part of the list of all tasks: the look-up path without its id. Whatever goes wrong means that there is no
 * list; rejects only when `signal` is aborted.
 */
export async function listTasks(options: ListOptions): Promise<TaskList> {
  const url = listUrl(options);
  if (url === null) return NONE;
  const signal = anySignal([options.signal, AbortSignal.timeout(LIST_LIMIT_MS)]);
  try {
    return await ask(options, url, signal);
  } catch {
    if (options.signal.aborted) throw new DOMException('The list was given up', 'AbortError');
    return { kind: 'none', why: 'unreachable' };
  }
}

async function ask(options: ListOptions, url: string, signal: AbortSignal): Promise<TaskList> {
  const init = await requestWith(options, 'application/json', signal, options.now());
  // It could lead to another service of the relay, with the key; and no list is anywhere else.
  init.redirect = 'manual';
  const { fetch } = options;
  const response = await fetch(url, init);
  if (response.status === 429)
    return { kind: 'limited', retryAfterMs: retryAfterMs(response.headers, options.now()) };
  const body =
    isRedirect(response) || !response.ok ? null : await readText(response, MAX_BODY_BYTES);
  if (body === null) {
    await response.body?.cancel();
    return REFUSALS.has(response.status) ? { kind: 'none', why: 'refused' } : NONE;
  }
  const contentType = response.headers.get('content-type') ?? '';
  const found = itemsIn(parseBody({ contentType, body }));
  if (found === null) return NONE;
  const eraser = eraserOf(secretsIn(options));
  const tasks = found.items.flatMap(({ id, item }): [string, Task][] => {
    if (!isListedId(id)) return [];
    const one = JSON.stringify(item);
    const reading = readAnswer({ status: 200, contentType, body: one, askedId: id });
    return 'task' in reading ? [[id, eraser.in(reading.task)]] : [];
  });
  return { kind: 'list', tasks, next: nextOf(found, options.cursor) };
}

function nextOf(
  { items, hasMore, pages }: NonNullable<ReturnType<typeof itemsIn>>,
  cursor: Cursor | null,
): Cursor | null {
  const last = items.at(-1);
  if (hasMore && last) return { after: last.id };
  // The first page says how many there are: the last one may be short.
  const { page, of } = cursor && 'page' in cursor ? cursor : { page: 1, of: pages ?? 1 };
  return page < of && last ? { page: page + 1, of } : null;
}

/** Null where the id is not at the path's end: what would be left of it is no list. */
function listUrl({ base, path, cursor }: ListOptions): string | null {
  const template = path ?? DEFAULT_LOOK_UP_PATH;
  if (!template.endsWith('/{id}')) return null;
  const query = new URLSearchParams({ limit: String(LIMIT) });
  if (cursor && 'after' in cursor) query.set('after', cursor.after);
  if (cursor && 'page' in cursor) {
    query.set('p', String(cursor.page));
    query.set('page_size', String(LIMIT));
  }
  return `${lookUpUrl(base, template.slice(0, -'/{id}'.length), '')}?${query.toString()}`;
}

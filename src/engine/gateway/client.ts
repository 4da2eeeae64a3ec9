import type { LookUpProblem, ProblemKind, Reading } from '~/core/task';

import { isAskable, lookUpUrl } from './address';
import { readText } from './body';
import { maskKeys, withoutKey, withoutKeyIn } from './clean-text';
import { isUnknownRoute } from './errors';
import { retryAfterMs } from './rate-limit';
import { BODY_TOO_LARGE, MAX_BODY_BYTES, readAnswer } from './read-answer';
import { isSendable, requestWith } from './request';

/** Time limit of a look-up, including the body, in ms. */
export const LOOK_UP_LIMIT_MS = 30_000;
/** How much of a body is kept for *Details*, in characters. */
export const MAX_RAW = 65_536;

/** Everything one look-up needs. */
export interface LookUpOptions {
  base: string;
  /** Template with `{id}`; null means `/v1/videos/{id}`. */
  path: string | null;
  id: string;
  apiKey: string;
  fetch: typeof fetch;
  /** The caller's own; aborting it rejects with an `AbortError`. */
  signal: AbortSignal;
  /** Epoch ms, to interpret dates in `Retry-After`. */
  now: () => number;
  /** ms; LOOK_UP_LIMIT_MS by default. */
  limitMs?: number;
}

/** The result of one look-up. */
export type LookUp = Reading & {
  /** The body as received, shortened and without keys; null if none was read. */
  raw: string | null;
  /** There is no such route: the task may be found at another path. */
  noRoute: boolean;
};

/**
 * Looks up one task once. Everything that can go wrong is reported as a problem; rejects only when `signal` is
 * aborted.
 */
export async function lookUp(options: LookUpOptions): Promise<LookUp> {
  if (!isAskable(options.id)) return problemLook('not_found');
  if (!isSendable(options.apiKey)) return problemLook('auth');
  options.signal.throwIfAborted();
  const limit = AbortSignal.timeout(options.limitMs ?? LOOK_UP_LIMIT_MS);
  const signal = AbortSignal.any([options.signal, limit]);
  try {
    return await ask(options, signal);
  } catch {
    if (options.signal.aborted) throw new DOMException('The look-up was given up', 'AbortError');
    // Browsers give no details: offline, CORS and a wrong host name all look the same.
    return problemLook(limit.aborted ? 'timeout' : 'network');
  }
}

async function ask(options: LookUpOptions, signal: AbortSignal): Promise<LookUp> {
  const { base, path, id, apiKey } = options;
  const init = requestWith(apiKey, 'application/json', signal);
  // Called as a plain function: a window's `fetch` refuses another `this`.
  const { fetch } = options;
  const response = await fetch(lookUpUrl(base, path, id), init);
  const body = await readText(response, MAX_BODY_BYTES);
  if (body === null) return problemLook('bad_body', BODY_TOO_LARGE, response.status);
  const reading = readAnswer({
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body,
    askedId: id,
  });
  const raw = maskKeys(withoutKey(body.slice(0, MAX_RAW * 2), apiKey)).slice(0, MAX_RAW);
  // Services repeat keys in prompts, links and errors; what is kept must not contain any.
  if ('task' in reading) return { task: withoutKeyIn(reading.task, apiKey), raw, noRoute: false };
  const problem = withoutKeyIn(reading.problem, apiKey);
  return {
    problem: { ...problem, retryAfterMs: retryAfterMs(response.headers, options.now()) },
    raw,
    noRoute: isUnknownRoute(problem),
  };
}

function problemLook(
  kind: ProblemKind,
  message: string | null = null,
  httpStatus: number | null = null,
): { problem: LookUpProblem; raw: null; noRoute: false } {
  return { problem: { kind, message, httpStatus, retryAfterMs: null }, raw: null, noRoute: false };
}

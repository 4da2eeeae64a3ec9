import { anySignal } from '~/core/any-signal';
import { hostLedTo } from '~/core/host-led-to';
import { isRelayed } from '~/core/relayed';
import type { LookUpProblem, Reading } from '~/core/task';

import { isAskable, lookUpUrl } from './address';
import { readText } from './body';
import { maskKeys } from './clean-message';
import { isUnknownRoute } from './errors';
import { ageMs, mayBeReused } from './stored-answers';
import { retryAfterMs } from './rate-limit';
import { BODY_TOO_LARGE, MAX_BODY_BYTES, readAnswer } from './read-answer';
import {
  isRedirect,
  requestWith,
  secretsIn,
  sendsKey,
  unsendable,
  type TaskRequest,
} from './request';
import { missedHeader, wantsAnotherScheme } from './wants-scheme';
import { eraserOf } from './without-key';

/** Time limit of a look-up, including the body, in ms. */
const LOOK_UP_LIMIT_MS = 30_000;
/** How much of a body is kept for *Details*, in characters. */
export const MAX_RAW = 65_536;

/** Everything one look-up needs. */
export interface LookUpOptions extends TaskRequest {
  /** The caller's own; aborting it rejects with an `AbortError`. */
  signal: AbortSignal;
  /** ms; LOOK_UP_LIMIT_MS by default. */
  limitMs?: number;
}

/** The result of one look-up. */
type LookUp = Reading & {
  /** The body as received, shortened and without keys; null if none was read. */
  raw: string | null;
  /** There is no such route: the task may be found at another path. */
  noRoute: boolean;
  /** How long ago the service said it, in ms: a relay answers many at once. 0 if that is not known. */
  ageMs: number;
  /** The browser might answer the next one by itself, from what it stored. */
  mayBeReused: boolean;
};

/**
 * Looks up one task once. Everything that can go wrong is reported as a problem; rejects only when `signal` is
 * aborted.
 */
export async function lookUp(options: LookUpOptions): Promise<LookUp> {
  if (!isAskable(options.id)) return problemLook({ kind: 'not_found' });
  const wants = unsendable(options);
  if (wants !== null) return problemLook({ kind: 'auth', wants });
  options.signal.throwIfAborted();
  const limit = AbortSignal.timeout(options.limitMs ?? LOOK_UP_LIMIT_MS);
  const signal = anySignal([options.signal, limit]);
  try {
    return await ask(options, signal);
  } catch {
    if (options.signal.aborted) throw new DOMException('The look-up was given up', 'AbortError');
    // Browsers give no details: offline, CORS and a wrong host name all look the same.
    return problemLook({ kind: limit.aborted ? 'timeout' : 'network' });
  }
}

async function ask(options: LookUpOptions, signal: AbortSignal): Promise<LookUp> {
  const { base, path, id } = options;
  const url = lookUpUrl(base, path, id);
  const relayed = isRelayed(base);
  const init = await requestWith(options, 'application/json', signal, options.now());
  // A redirect would bring the key to another service of the relay, and answers no look-up.
  if (relayed) init.redirect = 'manual';
  // Called as a plain function: a window's `fetch` refuses another `this`.
  const { fetch } = options;
  const response = await fetch(url, init);
  if (isRedirect(response)) {
    await response.body?.cancel();
    return { ...problemLook({ kind: 'wrong_base', leadsTo: null }), noRoute: true };
  }
  const body = await readText(response, MAX_BODY_BYTES);
  if (body === null) {
    return problemLook({
      kind: 'bad_body',
      message: BODY_TOO_LARGE,
      httpStatus: response.status,
    });
  }
  const reading = readAnswer({
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body,
    askedId: id,
  });
  const storing = {
    mayBeReused: mayBeReused(response.headers),
    ageMs: ageMs(response.headers),
  };
  const eraser = eraserOf(secretsIn(options));
  const bare = eraser.inText(body.slice(0, MAX_RAW * 2));
  const raw = maskKeys(bare).slice(0, MAX_RAW);
  // Services repeat keys in prompts, links and errors; what is kept must not contain any.
  if ('task' in reading) {
    const task = eraser.in(reading.task);
    return { task, raw, noRoute: false, ...storing };
  }
  const told = eraser.in(reading.problem);
  const problem = whose(told, missedHeader(body), options, response);
  return {
    problem: {
      ...problem,
      retryAfterMs: retryAfterMs(response.headers, options.now()),
      ...(relayed && response.headers.get('rushes-relay') === 'busy' && { isRelayBusy: true }),
    },
    raw,
    noRoute: isUnknownRoute(problem),
    ...storing,
  };
}

/** Whether the address or the way of sending the key is at fault, and not the key. */
function whose(
  problem: LookUpProblem,
  missed: string | null,
  options: LookUpOptions,
  response: Response,
): LookUpProblem {
  const { kind, httpStatus } = problem;
  const leadsTo = hostLedTo(response, lookUpUrl(options.base, options.path, options.id));
  // Browsers drop the key on the way to another host, so what refuses there has seen none.
  const isRefused = kind === 'auth' || httpStatus === 401 || httpStatus === 403;
  if (leadsTo !== null && (isRefused || kind === 'wrong_base'))
    return { ...problem, kind: 'wrong_base', leadsTo };
  if (!sendsKey(options)) return problem;
  const wants = { ...problem, kind: 'auth', wants: 'another-scheme' } as const;
  if (missed !== null && (httpStatus ?? 0) >= 400)
    return { ...wants, message: `${missed}: ${problem.message ?? ''}`.replace(/: $/, '') };
  return wantsAnotherScheme(problem) ? wants : problem;
}

function problemLook(problem: Partial<LookUpProblem> & Pick<LookUpProblem, 'kind'>): {
  problem: LookUpProblem;
  raw: null;
  noRoute: false;
  mayBeReused: false;
  ageMs: number;
} {
  return {
    problem: { message: null, httpStatus: null, retryAfterMs: null, ...problem },
    raw: null,
    noRoute: false,
    mayBeReused: false,
    ageMs: 0,
  };
}

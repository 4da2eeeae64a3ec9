import type { LookUpProblem } from '~/core/task';

import { lookUpUrl } from './address';
import { lookUp, type LookUpOptions } from './client';
import { failureKind } from './failure-kinds';

/** What stands between the page and a service, in the order in which it is found out. */
export const VERDICTS = [
  'works',
  'key_refused',
  'key_limited',
  'no_service',
  'cors',
  'unreachable',
  'mixed_content',
  'offline',
  'busy',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface FirstCheckOptions extends Omit<LookUpOptions, 'id'> {
  /** The first id to be tracked; null asks for one that cannot exist: a good key hears "not found". */
  id: string | null;
  online: boolean;
  /** `location.protocol` of the page. */
  pageProtocol: string;
}

/** No service gives out such an id. */
const IMPOSSIBLE_ID = 'rushes-first-check';

/** How long the probe that tells CORS from a dead host may take, in ms. */
const PROBE_LIMIT_MS = 8000;

/**
 * One look-up before fifty tasks are added, and where that fails without a word, one probe. Resolves always,
 * unless `signal` is aborted.
 */
export async function firstCheck(options: FirstCheckOptions): Promise<Verdict> {
  if (!options.online) return 'offline';
  if (isMixedContent(options.pageProtocol, options.base)) return 'mixed_content';
  const verdict = await judge(options, options.id ?? IMPOSSIBLE_ID);
  // One task may be refused, or its answer broken, where the key and the service are good.
  const aboutTask = options.id !== null && verdict !== 'works' && ASK_AGAIN.has(verdict);
  return aboutTask ? judge(options, IMPOSSIBLE_ID) : verdict;
}

const ASK_AGAIN: ReadonlySet<Verdict> = new Set(['key_refused', 'key_limited', 'no_service']);

async function judge(options: FirstCheckOptions, id: string): Promise<Verdict> {
  const reading = await lookUp({ ...options, id });
  if ('task' in reading) return 'works';
  const verdict = VERDICT_OF[reading.problem.kind];
  if (verdict === 'auth') return keyVerdict(reading.problem);
  if (verdict === 'probe') return (await answersUnseen(options)) ? 'cors' : 'unreachable';
  return verdict;
}

const VERDICT_OF = {
  auth: 'auth',
  not_found: 'works',
  rate_limited: 'works',
  not_ready: 'works',
  server: 'busy',
  timeout: 'busy',
  bad_body: 'no_service',
  wrong_base: 'no_service',
  network: 'probe',
  // A sentence that is no task, from something that speaks the protocol: it can only be a service.
  other: 'works',
} as const satisfies Record<LookUpProblem['kind'], Verdict | 'auth' | 'probe'>;

/** 401 is about the key; 403 and talk of money are about what the key may do. */
function keyVerdict({ httpStatus, message }: LookUpProblem): Verdict {
  const money = failureKind({ message, code: null }) === 'quota';
  return httpStatus === 403 || money ? 'key_limited' : 'key_refused';
}

/** Browsers refuse http from https pages, except to this very machine. */
function isMixedContent(pageProtocol: string, base: string): boolean {
  if (pageProtocol !== 'https:' || !base.startsWith('http:')) return false;
  return !/^(?:localhost|127\.|\[::1\])/.test(new URL(base).host);
}

/**
 * Whether anything answers at all. A `no-cors` request brings an answer that nobody may read; it carries no key,
 * since browsers drop the header in this mode.
 */
async function answersUnseen({ base, path, fetch, signal }: FirstCheckOptions): Promise<boolean> {
  try {
    await fetch(lookUpUrl(base, path, IMPOSSIBLE_ID), {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_LIMIT_MS)]),
    });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

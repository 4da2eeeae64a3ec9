import { anySignal } from '~/core/any-signal';
import type { LookUpProblem, ProblemWants, Reading } from '~/core/task';

import { lookUpUrl } from './address';
import { lookUp, type LookUpOptions } from './client';

/** What can stand between the page and a service, in the order in which it is discovered. */
const VERDICTS = [
  'works',
  'key_refused',
  'key_limited',
  /** The service did not find the key where it was sent. */
  'key_elsewhere',
  /** No header can carry it. */
  'key_unsendable',
  /** A pair of keys signs only on a page with https. */
  'needs_https',
  /** A redirect leads to another host. */
  'leads_elsewhere',
  'no_service',
  'cors',
  'unreachable',
  'mixed_content',
  'offline',
  'busy',
  /** It gives the same answer for every id, also one that cannot exist. */
  'refuses_all',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The result of a first check. */
export interface Checked {
  verdict: Verdict;
  /** The service's own words about the key. */
  said: string | null;
  /** The host that the address leads to, if the browser says. */
  leadsTo: string | null;
}

/** Everything a first check needs. */
interface FirstCheckOptions extends Omit<LookUpOptions, 'id'> {
  /** The first id to be tracked; null uses one that cannot exist: with a good key the answer is "not found". */
  id: string | null;
  online: boolean;
  /** The page's `location.protocol`. */
  pageProtocol: string;
}

/** No service issues such an id. */
const IMPOSSIBLE_ID = 'rushes-first-check';

/** Time limit, in ms, of the probe that tells CORS from a dead host. */
const PROBE_LIMIT_MS = 8000;

/**
 * One look-up before fifty tasks are added and, if that fails without a response, one probe. Rejects only when
 * `signal` is aborted.
 */
export async function firstCheck(options: FirstCheckOptions, look = lookUp): Promise<Checked> {
  if (!options.online) return checked('offline');
  if (isMixedContent(options.pageProtocol, options.base)) return checked('mixed_content');
  const { id } = options;
  const reading = await look({ ...options, id: id ?? IMPOSSIBLE_ID });
  const found = await judge(options, reading);
  if (id === null) return found;
  const refusal = refusalIn(reading, id);
  // One task may be refused or its answer broken although key and service are good.
  if (refusal === null && !ASK_AGAIN.has(found.verdict)) return found;
  const again = await look({ ...options, id: IMPOSSIBLE_ID });
  if (refusal === null) return judge(options, again);
  if (refusalIn(again, IMPOSSIBLE_ID) !== refusal) return found;
  return { ...checked('refuses_all'), said: 'problem' in reading ? reading.problem.message : null };
}

/** A refusal that is neither of the key nor for want of the task, without what differs from one request to the next. */
function refusalIn(reading: Reading, id: string): string | null {
  if ('task' in reading || reading.problem.kind !== 'other') return null;
  const { httpStatus, message } = reading.problem;
  return `${httpStatus} ${message?.replaceAll(id, ' ').replaceAll(/\S*\d\S*/g, ' ')}`.replaceAll(
    /\s+/g,
    ' ',
  );
}

const ASK_AGAIN: ReadonlySet<Verdict> = new Set(['key_refused', 'key_limited', 'no_service']);

async function judge(options: FirstCheckOptions, reading: Reading): Promise<Checked> {
  if ('task' in reading) return checked('works');
  const { kind, message, leadsTo } = reading.problem;
  if (leadsTo !== undefined) return { ...checked('leads_elsewhere'), leadsTo };
  const verdict = VERDICT_OF[kind];
  if (verdict === 'auth') return { ...checked(keyVerdict(reading.problem)), said: message };
  if (verdict === 'probe') return checked((await answersUnseen(options)) ? 'cors' : 'unreachable');
  return checked(verdict);
}

function checked(verdict: Verdict): Checked {
  return { verdict, said: null, leadsTo: null };
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
  other_task: 'works',
  // A message from something that speaks the protocol: it must be a service.
  other: 'works',
} as const satisfies Record<LookUpProblem['kind'], Verdict | 'auth' | 'probe'>;

/** 401 is about the key; 403 and anything about money or a model are about what the key may do. */
function keyVerdict({ httpStatus, about = 'key', wants }: LookUpProblem): Verdict {
  if (wants !== undefined) return VERDICT_OF_WANTS[wants];
  return httpStatus === 403 || about !== 'key' ? 'key_limited' : 'key_refused';
}

const VERDICT_OF_WANTS = {
  'another-scheme': 'key_elsewhere',
  'plain-key': 'key_unsendable',
  'secure-page': 'needs_https',
  relay: 'cors',
  'secure-address': 'mixed_content',
} as const satisfies Record<ProblemWants, Verdict>;

/** Browsers block http from https pages, except to localhost. */
function isMixedContent(pageProtocol: string, base: string): boolean {
  if (pageProtocol !== 'https:' || !base.startsWith('http:')) return false;
  return !/^(?:localhost|127\.|\[::1\])/.test(new URL(base).host);
}

/**
 * Whether anything answers at all. A `no-cors` request gets a response nobody may read. It carries no key, because
 * browsers drop the header in this mode.
 */
async function answersUnseen({ base, path, fetch, signal }: FirstCheckOptions): Promise<boolean> {
  try {
    await fetch(lookUpUrl(base, path, IMPOSSIBLE_ID), {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: anySignal([signal, AbortSignal.timeout(PROBE_LIMIT_MS)]),
    });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

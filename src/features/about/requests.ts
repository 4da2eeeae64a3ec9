import { createStore } from 'zustand/vanilla';

import { maskKeys } from '~/engine/gateway/clean-message';

/** One request of this session, as the browser noted it. The browser notes no headers, so no key is in it. */
interface SeenRequest {
  /** Epoch ms. */
  at: number;
  /** Without its query, in which a link's signature may stand. */
  address: string;
  /** The HTTP status; null if the browser does not say, or nothing came. */
  status: number | null;
  /** How long it took, in ms. */
  tookMs: number;
}

/** The latest requests are kept, at most so many. */
const MOST = 500;

/** The requests of this session, oldest first. */
export const requests = createStore<readonly SeenRequest[]>(() => []);

let watched: PerformanceObserver | null = null;

/** Begins to note what is requested; what was requested before is noted as far as the browser still knows it. */
export function watchRequests(): void {
  if (watched || typeof PerformanceObserver === 'undefined') return;
  watched = new PerformanceObserver((list) => {
    const seen = list.getEntries().map((entry) => seenIn(entry as PerformanceResourceTiming));
    requests.setState((before) => [...before, ...seen].slice(-MOST), true);
  });
  watched.observe({ type: 'resource', buffered: true });
}

/** @param entry its times count from the page's start */
export function seenIn({
  name,
  startTime,
  duration,
  responseStatus,
}: Pick<
  PerformanceResourceTiming,
  'name' | 'startTime' | 'duration' | 'responseStatus'
>): SeenRequest {
  return {
    at: Math.round(performance.timeOrigin + startTime),
    address: maskKeys(name.replace(/[?#].*$/s, '')),
    status: responseStatus || null,
    tookMs: Math.round(duration),
  };
}

/** The note for somebody who helps: in English, times in UTC. */
export function requestsNote(
  seen: readonly SeenRequest[],
  version: string,
  browser: string,
): string {
  const lines = seen.map(
    ({ at, address, status, tookMs }) =>
      `${new Date(at).toISOString()}  ${status ?? '---'}  ${String(tookMs).padStart(6)} ms  ${address}`,
  );
  return [`Rushes ${version}`, browser, `Requests of this session: ${seen.length}`, ...lines].join(
    '\n',
  );
}

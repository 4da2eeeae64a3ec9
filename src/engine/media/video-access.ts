import { refKey, type TaskRef } from '~/core/answer';
import type { VideoOrigin, Opened } from '~/core/video';
import { SAMPLE_BASE } from '~/core/connection';
import type { TaskVideo } from '~/core/task';
import type { Gateway } from '~/engine/gateway/gateway';

import type { LookUps } from '~/engine/look-ups/look-ups';
import type { RequestFor } from '~/engine/look-ups/request-for';
import type { Bus } from '~/engine/bus';
import type { EngineState } from '~/engine/state';
import { serviceWorkers } from '~/platform/service-workers';

import type { ToWorker } from './worker/protocol';

/** Requests for videos. Keys stay inside, except that `originOf` gives one to the service worker and to pictures. */
export interface VideoAccess {
  hasKey(ref: TaskRef): boolean;
  openContent(ref: TaskRef, signal: AbortSignal): Promise<Opened>;
  openLink(url: string, signal: AbortSignal): Promise<Opened>;
  /**
   * Null without a key, and for the sample board, whose service lives in the tab where no service worker can reach it.
   */
  originOf(ref: TaskRef): Promise<VideoOrigin | null>;
  readRefusal: Gateway['readRefusal'];
  /** Makes room for one request in the budget of its key, and says in how many ms it may be made. */
  reserve(ref: TaskRef): number;
  /** The service answered that it was asked too often. */
  limited(ref: TaskRef): void;
  /** Looks the task up again and waits for the answer; null if none came in time. */
  fresh(ref: TaskRef): Promise<TaskVideo | null>;
}

/** How long to wait for a fresh link, in ms. */
const FRESH_MS = 12_000;

/** Video requests with this engine's keys and look-up paths. */
export function createVideoAccess(parts: {
  state: EngineState;
  requestFor: RequestFor;
  gateway: Gateway;
  fetch: typeof fetch;
  connectionOf: LookUps['connectionOf'];
  reserve: LookUps['reserve'];
  bus: Bus;
}): VideoAccess {
  const { state, gateway, fetch, bus } = parts;
  const requestFor = (ref: TaskRef): ReturnType<RequestFor> => {
    const key = refKey(ref);
    const own = state.tracked.getState().tasks.get(key)?.connectionId ?? null;
    return parts.requestFor(ref, own) ?? parts.requestFor(ref, parts.connectionOf(key));
  };
  // The service worker is one for all tabs, and knows the key of every video that plays.
  const tellWorker = (): void =>
    serviceWorkers()?.controller?.postMessage({ type: 'new-keys' } satisfies ToWorker);
  bus.on('forgot', tellWorker);
  bus.on('key', ({ isNew }) => isNew && tellWorker());
  return {
    hasKey: (ref) => requestFor(ref) !== null,
    async openContent(ref, signal) {
      const request = requestFor(ref);
      if (request === null) return { kind: 'problem', reason: 'no_key' };
      return gateway.openContent({ ...request, signal });
    },
    openLink: (url, signal) => gateway.openLink({ url, fetch, signal }),
    async originOf(ref) {
      const request = requestFor(ref);
      if (request === null || ref.base === SAMPLE_BASE) return null;
      return gateway.contentOrigin(request);
    },
    readRefusal: gateway.readRefusal,
    reserve(ref) {
      const connection = parts.connectionOf(refKey(ref));
      return connection === null ? 0 : parts.reserve(connection);
    },
    limited(ref) {
      const connection = parts.connectionOf(refKey(ref));
      if (connection !== null)
        bus.emit({ type: 'limited', connectionId: connection, retryAfterMs: null, by: 'key' });
    },
    fresh: (ref) => fresh(state, ref, parts.bus),
  };
}

/** The answer may come from another tab: the leader asks, and every tab gets it. */
function fresh(state: EngineState, ref: TaskRef, bus: Bus): Promise<TaskVideo | null> {
  const { answers } = state;
  const { online, paused } = state.status.getState();
  if (!online || paused) return Promise.resolve(null);
  const before = answers.get(ref).askedAt;
  return new Promise((resolve) => {
    const end = (video: TaskVideo | null): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(video);
    };
    const timer = setTimeout(() => end(null), FRESH_MS);
    const unsubscribe = answers.subscribe(({ ref: changed, after: { askedAt, task } }) => {
      if (refKey(changed) === refKey(ref) && askedAt !== before) end(task?.video ?? null);
    });
    bus.emit({ type: 'check', keys: [refKey(ref)] });
  });
}

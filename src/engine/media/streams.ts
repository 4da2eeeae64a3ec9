import type { VideoOrigin } from '~/core/video';

import { watchEnd } from '~/engine/media/save/watch-end';
import { scriptUrl } from '~/platform/script-url';

import { within } from '~/platform/within';
import { giveAway } from './worker/pieces';
import { CLIP_PATH, type FromWorker, type ToWorker } from './worker/protocol';

/** Why a streamed video stopped, as reported by the service worker. */
export type StreamFault =
  | { kind: 'refused'; status: number; contentType: string; body: string; isElsewhere?: boolean }
  | { kind: 'whole-only' }
  | { kind: 'unreachable' }
  /** The key was forgotten while it played. */
  | { kind: 'no_key' };

/** A video that the service worker streams. */
export interface VideoStream {
  /** A URL of this page for a `<video>` on this page. It contains no key and works nowhere else. */
  url: string;
  /** Why it failed; null if the service worker has nothing to report. Ask after the `<video>` has fired `error`. */
  fault(): Promise<StreamFault | null>;
  close(): void;
}

/** Streams and downloads that go through the service worker. */
export interface Streams {
  /** True once the service worker controls this page; false if there is none or it does not start. */
  ready(): Promise<boolean>;
  /** `origin` is called for every piece of the video, so that a new key takes effect at once. */
  open(origin: () => Promise<VideoOrigin | null>): VideoStream;
  /** Serves `stream` as a download; null without a service worker, in which case the stream is left as it was. */
  serveFile(
    stream: ReadableStream<Uint8Array>,
    name: string,
    type: string,
    signal: AbortSignal,
  ): Promise<ServedFile | null>;
}

/** A file that the service worker hands to the browser's own downloads. */
interface ServedFile {
  /** Downloads it, once. */
  url: string;
  /** Resolves after the last byte; rejects if it breaks off or is stopped, here or in the browser's list. */
  ended: Promise<void>;
}

/** How long to wait for the service worker to start, in ms, before going on without it. */
const START_MS = 3000;
/** The report may arrive a moment after the `error` event, in ms. */
const FAULT_MS = 1000;
/** How often to wake the worker, in ms: browsers stop an idle one after 30 s. */
const AWAKE_MS = 10_000;

/**
 * Streams videos that need a key through the service worker, which adds the header; the browser's own player can then
 * seek in a video of any size. `container` is null if the browser has no service workers.
 */
export function createStreams(container: ServiceWorkerContainer | null, script: string): Streams {
  const origins = new Map<string, () => Promise<VideoOrigin | null>>();
  const faults = new Map<string, (fault: StreamFault) => void>();

  container?.addEventListener('message', (event: MessageEvent<FromWorker>) => {
    const message = event.data;
    const origin = origins.get(message.id);
    if (!origin) return;
    if (message.type === 'origin-wanted') {
      void origin().then((found) => {
        event.ports[0]?.postMessage(found);
        if (found === null) faults.get(message.id)?.({ kind: 'no_key' });
      });
      return;
    }
    const { type: kind, id, ...rest } = message;
    faults.get(id)?.({ kind, ...rest } as StreamFault);
  });

  const post = (message: ToWorker, transfer: Transferable[] = []): void => {
    container?.controller?.postMessage(message, transfer);
  };
  let started: Promise<boolean> | null = null;
  const ready = async (): Promise<boolean> => {
    if (!container) return false;
    started ??= start(container, script);
    if (container.controller) return true;
    const yes = await started;
    if (!yes) started = null;
    return yes;
  };

  return {
    ready,
    open(origin) {
      const id = crypto.randomUUID();
      origins.set(id, origin);
      const reported = new Promise<StreamFault>((resolve) => faults.set(id, resolve));
      return {
        url: CLIP_PATH + id,
        fault: () => within(FAULT_MS, reported),
        close() {
          origins.delete(id);
          faults.delete(id);
          post({ type: 'forget', id });
        },
      };
    },
    async serveFile(bytes, name, type, signal) {
      if (!(await ready())) return null;
      const id = crypto.randomUUID();
      const beat = setInterval(() => post({ type: 'awake' }), AWAKE_MS);
      const { stream, ended } = watchEnd(bytes, signal);
      ended.catch(() => {}).finally(() => clearInterval(beat));
      const { port1, port2 } = new MessageChannel();
      const heard = new Promise((resolve) => {
        port1.addEventListener('message', resolve, { once: true });
      });
      giveAway(stream, port1);
      post({ type: 'file', id, name, contentType: type }, [port2]);
      await heard;
      return { url: CLIP_PATH + id, ended };
    },
  };
}

/** A worker whose first installation failed or is still downloading may stay not ready for a long time. */
async function start(container: ServiceWorkerContainer, script: string): Promise<boolean> {
  try {
    return (await within(START_MS, claim(container, script))) ?? false;
  } catch {
    return false;
  }
}

/** Registers the worker and waits until it controls this page; after a hard reload it must be told to. */
async function claim(container: ServiceWorkerContainer, script: string): Promise<true> {
  await container.register(scriptUrl(script));
  const { active } = await container.ready;
  if (container.controller) return true;
  const taken = new Promise<true>((resolve) => {
    container.addEventListener('controllerchange', () => resolve(true), { once: true });
  });
  active?.postMessage({ type: 'claim' } satisfies ToWorker);
  return taken;
}

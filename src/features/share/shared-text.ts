import type { ToWorker } from '~/engine/media/worker/protocol';
import { serviceWorkers } from '~/platform/service-workers';
import { within } from '~/platform/within';

import { openInTurn } from './in-turn';

/** How long the service worker may take to hand over what was shared, in ms. */
const WAIT_MS = 3000;

/** Opens the form for new tasks, filled with what another app has shared with this one. Nothing is added by itself. */
export async function openSharedText(): Promise<void> {
  const text = await within(WAIT_MS, askWorker()).catch(() => null);
  const note = text === null ? 'textLost' : undefined;
  // Any site can send a form there.
  openInTurn({ kind: 'add', text: text ?? '', arrived: true, note });
}

/** The worker forgets the text with its answer. */
function askWorker(): Promise<string | null> {
  const worker = serviceWorkers()?.controller;
  if (!worker) return Promise.resolve(null);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) =>
      resolve(typeof data === 'string' ? data : null),
    );
    port1.start();
    worker.postMessage({ type: 'shared-wanted' } satisfies ToWorker, [port2]);
  });
}
